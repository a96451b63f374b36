package io.tillgate.tenancy.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettingABusinessClockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void a_time_that_is_over_is_that_far_behind() {
        assertThat(MovingBusinessClock.behind(NOW.minusSeconds(90), NOW)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_time_to_come_is_real_time() {
        assertThat(MovingBusinessClock.behind(NOW.plusSeconds(1), NOW)).isZero();
        assertThat(MovingBusinessClock.behind(Instant.MAX, NOW)).isZero();
    }

    @Test
    void a_time_without_a_month_of_its_own_is_refused() {
        Instant oldest = NOW.minus(MovingBusinessClock.BEHIND_MAX);

        assertThat(MovingBusinessClock.behind(oldest, NOW)).isEqualTo(MovingBusinessClock.BEHIND_MAX);
        refused(oldest.minusMillis(1));
        refused(Instant.MIN);
    }

    private static void refused(Instant time) {
        assertThatThrownBy(() -> MovingBusinessClock.behind(time, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(CommonProblem.VALIDATION));
    }
}
