package io.tillgate.sales.usecase;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.SalesConfig;
import io.tillgate.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DatingAStoredSaleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SalesConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(SalesConfig.class)
            .build()
            .getConfigMapping(SalesConfig.class);
    private final StoredTimePolicy policy = new StoredTimePolicy(CONFIG, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_week_ago_and_a_clock_a_little_ahead_are_believed() {
        assertThatCode(() -> policy.require(NOW.minus(Duration.ofDays(7)))).doesNotThrowAnyException();
        assertThatCode(() -> policy.require(NOW.plus(Duration.ofMinutes(5)))).doesNotThrowAnyException();
    }

    @Test
    void a_time_to_come_is_refused() {
        refused(NOW.plus(Duration.ofMinutes(5)).plusMillis(1), SaleProblem.SALE_IN_FUTURE);
        refused(Instant.MAX, SaleProblem.SALE_IN_FUTURE);
    }

    @Test
    void a_time_too_long_ago_is_refused() {
        refused(NOW.minus(Duration.ofDays(7)).minusMillis(1), SaleProblem.SALE_TOO_OLD);
        refused(Instant.MIN, SaleProblem.SALE_TOO_OLD);
    }

    private void refused(Instant madeAt, SaleProblem problem) {
        assertThatThrownBy(() -> policy.require(madeAt))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> Assertions.assertThat(no.code()).isEqualTo(problem));
    }
}
