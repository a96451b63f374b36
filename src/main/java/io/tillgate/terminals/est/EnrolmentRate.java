package io.tillgate.terminals.est;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.tillgate.terminals.TerminalsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Attempts from one address, on this node. A shop behind one address enrols several terminals, so it is not strict. */
@ApplicationScoped
class EnrolmentRate {
    private static final int SOURCES_MAX = 50_000;

    private final int perMinute;
    private final Cache<String, Bucket> sources = Caffeine.newBuilder()
            .maximumSize(SOURCES_MAX)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    EnrolmentRate(TerminalsConfig config) {
        this.perMinute = config.enrolmentsPerMinute();
    }

    /** Zero when this attempt may be made, else how long until the next one may. */
    Duration waitFor(String source) {
        return Duration.ofNanos(sources.get(
                        source,
                        s -> Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                                .build())
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill());
    }
}
