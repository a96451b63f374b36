package io.tillgate.risk.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.risk.RiskPolicy.CountedBy;
import io.tillgate.risk.SomeFacts;
import io.tillgate.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a sliding window is read from whole buckets. */
class CountingWindowsTest {
    private static final long SEED = Long.getLong("tillgate.seed", System.nanoTime());
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:07Z");

    @Test
    void the_grain_grows_with_the_window() {
        assertThat(Grain.ofWindow(Duration.ofSeconds(10))).isEqualTo(Grain.TEN_SECONDS);
        assertThat(Grain.ofWindow(Duration.ofMinutes(15))).isEqualTo(Grain.TEN_SECONDS);
        assertThat(Grain.ofWindow(Duration.ofHours(1))).isEqualTo(Grain.MINUTE);
        assertThat(Grain.ofWindow(Duration.ofDays(1))).isEqualTo(Grain.TEN_MINUTES);
        assertThat(Grain.ofWindow(Duration.ofDays(7))).isEqualTo(Grain.HOUR);
        assertThatThrownBy(() -> Grain.ofWindow(Duration.ofDays(8))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bucket_starts_at_a_round_time() {
        assertThat(Grain.TEN_SECONDS.bucketOf(NOON)).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(Grain.HOUR.bucketOf(NOON)).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(Grain.MINUTE.bucketOf(Instant.ofEpochSecond(-1))).isEqualTo(Instant.ofEpochSecond(-60));
    }

    @Test
    void a_window_covers_what_it_says_and_less_than_one_bucket_more() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            Duration window =
                    Duration.ofSeconds(random.nextLong(10, Duration.ofDays(7).toSeconds() + 1));
            Instant at = NOON.plusSeconds(random.nextLong(100_000_000));
            Grain grain = Grain.ofWindow(window);
            Instant first = grain.firstBucket(at, window);

            assertThat(first).as("seed %d", SEED).isBeforeOrEqualTo(at.minus(window));
            assertThat(first).as("seed %d", SEED).isAfter(at.minus(grain.keep()));
            assertThat(grain.bucketOf(first)).as("seed %d", SEED).isEqualTo(first);
        }
    }

    @Test
    void a_card_is_counted_per_tenant_and_cash_has_none() {
        TenantId harbour = new TenantId(new UUID(1, 1));
        TenantId jiuzhou = new TenantId(new UUID(2, 2));

        assertThat(Subject.ofKey(harbour, CountedBy.CARD, SomeFacts.lunch()))
                .isPresent()
                .isNotEqualTo(Subject.ofKey(jiuzhou, CountedBy.CARD, SomeFacts.lunch()));
        assertThat(Subject.ofKey(harbour, CountedBy.CARD, SomeFacts.of(5, null)))
                .isEmpty();
        assertThat(Subject.ofKey(harbour, CountedBy.TERMINAL, SomeFacts.of(5, null)))
                .isPresent();
    }
}
