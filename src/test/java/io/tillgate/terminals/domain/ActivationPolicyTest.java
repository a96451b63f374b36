package io.tillgate.terminals.domain;

import static io.tillgate.terminals.domain.ActivationPolicy.Verdict.DEAD;
import static io.tillgate.terminals.domain.ActivationPolicy.Verdict.ISSUE;
import static io.tillgate.terminals.domain.ActivationPolicy.Verdict.REPEAT;
import static io.tillgate.terminals.domain.ActivationPolicy.Verdict.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.terminals.domain.ActivationPolicy.Presented;
import io.tillgate.terminals.domain.ActivationPolicy.Stored;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ActivationPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] CODE = {1, 2, 3};
    private static final byte[] OTHER_CODE = {3, 2, 1};
    private static final byte[] KEY = {7};
    private static final byte[] OTHER_KEY = {8};

    @Test
    void the_right_code_opens_up_to_the_fifth_try() {
        assertThat(ActivationPolicy.judge(unused(0), presented(CODE, KEY, NOON)))
                .isEqualTo(ISSUE);
        assertThat(ActivationPolicy.judge(unused(4), presented(CODE, KEY, NOON)))
                .isEqualTo(ISSUE);
    }

    @Test
    void after_five_wrong_tries_the_right_code_is_dead_too() {
        assertThat(ActivationPolicy.judge(unused(4), presented(OTHER_CODE, KEY, NOON)))
                .isEqualTo(WRONG);
        assertThat(ActivationPolicy.judge(unused(5), presented(CODE, KEY, NOON)))
                .isEqualTo(DEAD);
    }

    @Test
    void a_code_lives_for_a_day() {
        Instant end = NOON.plus(ActivationPolicy.LIFETIME);

        assertThat(ActivationPolicy.judge(unused(0), presented(CODE, KEY, end.minusMillis(1))))
                .isEqualTo(ISSUE);
        assertThat(ActivationPolicy.judge(unused(0), presented(CODE, KEY, end))).isEqualTo(DEAD);
    }

    @Test
    void a_used_code_answers_again_to_the_same_key_within_ten_minutes_only() {
        Instant soon = NOON.plus(Duration.ofMinutes(9));
        Instant late = NOON.plus(ActivationPolicy.GRACE);

        assertThat(ActivationPolicy.judge(used(), presented(CODE, KEY, soon))).isEqualTo(REPEAT);
        assertThat(ActivationPolicy.judge(used(), presented(CODE, KEY, late))).isEqualTo(DEAD);
        assertThat(ActivationPolicy.judge(used(), presented(CODE, OTHER_KEY, soon)))
                .isEqualTo(DEAD);
        assertThat(ActivationPolicy.judge(used(), presented(OTHER_CODE, KEY, soon)))
                .isEqualTo(DEAD);
    }

    private static Stored unused(int tries) {
        return new Stored(CODE, tries, NOON.plus(ActivationPolicy.LIFETIME), null, null);
    }

    private static Stored used() {
        return new Stored(CODE, 0, NOON.plus(ActivationPolicy.LIFETIME), NOON, KEY);
    }

    private static Presented presented(byte[] code, byte[] key, Instant at) {
        return new Presented(code, key, at);
    }
}
