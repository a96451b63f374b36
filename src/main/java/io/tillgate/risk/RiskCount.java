package io.tillgate.risk;

import io.tillgate.risk.domain.Grain;
import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What one payment adds to the counters of its tenant. Made by {@link Risk}; an empty list where nothing is counted. */
public record RiskCount(TenantId tenant, List<Bucket> buckets, Amounts adds) {
    public RiskCount {
        buckets = List.copyOf(buckets);
    }

    /** One row of the counters. */
    public record Bucket(RiskPolicy.CountedBy kind, UUID subject, Grain grain, Instant start) {}

    /** Added to each bucket. */
    public record Amounts(long attempts, long amount, long declines) {
        public Amounts plus(Amounts other) {
            return new Amounts(attempts + other.attempts, amount + other.amount, declines + other.declines);
        }
    }
}
