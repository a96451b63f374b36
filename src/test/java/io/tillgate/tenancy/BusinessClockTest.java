package io.tillgate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BusinessClockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TenantId HARBOUR = new TenantId(UUID.fromString("0198a000-0000-7000-8000-000000000001"));
    private static final TenantId JIUZHOU = new TenantId(UUID.fromString("0198a000-0000-7000-8000-000000000002"));

    private final BusinessClock clock = BusinessClock.of(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void is_real_time_for_who_is_not_behind() {
        clock.replaceAll(Map.of(HARBOUR, Duration.ofDays(3)));

        assertThat(clock.now(JIUZHOU)).isEqualTo(NOW);
    }

    @Test
    void goes_on_behind_real_time_by_what_was_set() {
        clock.replaceAll(Map.of(HARBOUR, Duration.ofDays(3)));

        assertThat(clock.now(HARBOUR)).isEqualTo("2026-11-19T10:00:00Z");
        assertThat(clock.at(HARBOUR, NOW.minusSeconds(60))).isEqualTo("2026-11-19T09:59:00Z");
    }

    @Test
    void catches_up_when_nothing_is_set_any_more() {
        clock.replaceAll(Map.of(HARBOUR, Duration.ofDays(3)));
        clock.replaceAll(Map.of());

        assertThat(clock.now(HARBOUR)).isEqualTo(NOW);
    }
}
