package io.tillgate.terminals.mqtt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import java.time.Duration;

/** Token buckets per terminal and per tenant, on this node. Bounded: idle buckets are forgotten. */
final class RateLimits {
    private static final int BUCKETS_MAX = 100_000;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(5);

    private final GatewayConfig config;
    private final Cache<TenantId, Bucket> tenantMessages = forgetting();
    private final Cache<TenantId, Bucket> tenantConnects = forgetting();
    private final Cache<TerminalId, Bucket> connects = forgetting();

    RateLimits(GatewayConfig config) {
        this.config = config;
    }

    boolean mayConnect(TenantId tenant, TerminalId terminal) {
        Bucket own = connects.get(terminal, t -> bucket(config.connectsPerMinute(), Duration.ofMinutes(1)));
        Bucket all = tenantConnects.get(tenant, t -> bucket(config.tenantConnectsPerSecond(), Duration.ofSeconds(1)));
        return own.tryConsume(1) && all.tryConsume(1);
    }

    /** The limits of one connection, together with those of its tenant. */
    OfConnection ofConnection(TenantId tenant) {
        return new OfConnection(
                bucket(2L * config.messagesPerSecond(), Duration.ofSeconds(2)),
                bucket(2L * config.bytesPerSecond(), Duration.ofSeconds(2)),
                tenantMessages.get(tenant, t -> bucket(config.tenantMessagesPerSecond(), Duration.ofSeconds(1))));
    }

    record OfConnection(Bucket messages, Bucket bytes, Bucket tenant) {
        boolean mayPublish(int length) {
            return messages.tryConsume(1) && bytes.tryConsume(Math.max(1, length)) && tenant.tryConsume(1);
        }
    }

    private static Bucket bucket(long capacity, Duration per) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, per))
                .build();
    }

    private static <K> Cache<K, Bucket> forgetting() {
        return Caffeine.newBuilder()
                .maximumSize(BUCKETS_MAX)
                .expireAfterAccess(FORGET_AFTER)
                .build();
    }
}
