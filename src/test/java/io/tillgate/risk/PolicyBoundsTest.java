package io.tillgate.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.risk.RiskPolicy.Action;
import io.tillgate.risk.RiskPolicy.CountedBy;
import io.tillgate.risk.RiskPolicy.Counter;
import io.tillgate.risk.RiskPolicy.Measure;
import io.tillgate.risk.RiskPolicy.Rule;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a policy and its facts may hold. */
class PolicyBoundsTest {
    private static final Rule RULE = new Rule("r", "true", Action.REVIEW, "because", 1);

    @Test
    void names_are_unique() {
        assertThatThrownBy(() -> new RiskPolicy(List.of(), List.of(), List.of(RULE, RULE)))
                .hasMessageContaining("rule r");
    }

    @Test
    void a_policy_is_bounded() {
        assertThatThrownBy(() -> new RiskPolicy(List.of(), List.of(), Collections.nCopies(201, RULE)))
                .hasMessageContaining("at most 200 rules");
    }

    @Test
    void a_window_is_ten_seconds_to_seven_days() {
        assertThatThrownBy(() -> new Counter("c", CountedBy.CARD, Measure.COUNT, Duration.ofSeconds(9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counter("c", CountedBy.CARD, Measure.COUNT, Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_card_number_is_not_a_token() {
        assertThatThrownBy(() -> new RiskFacts.Card("visa", "chip", "403587", "4035870000000007"))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("4035870000000007"));
    }

    @Test
    void an_issuer_range_is_six_to_eight_digits() {
        assertThatThrownBy(() -> new RiskFacts.Card("visa", "chip", "4035870000000007", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
