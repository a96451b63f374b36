package io.tillgate.terminals.mqtt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.usecase.TenantRules;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Token buckets per terminal and per tenant, on this node. Bounded: idle buckets are forgotten. */
final class RateLimits {
    private static final int BUCKETS_MAX = 100_000;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(5);

    private final GatewayConfig config;
    private final TenantRules tenants;
    private final Cache<Allowance, Bucket> allowances = forgetting();
    private final Cache<TenantId, Bucket> tenantMessages = forgetting();
    private final Cache<TenantId, Bucket> tenantConnects = forgetting();
    private final Cache<TerminalId, Bucket> connects = forgetting();

    RateLimits(GatewayConfig config, TenantRules tenants) {
        this.config = config;
        this.tenants = tenants;
    }

    /** What the tenant's file allows one terminal in a minute; another file is another allowance. */
    private record Allowance(TerminalId terminal, int perMinute) {}

    boolean mayConnect(TenantId tenant, TerminalId terminal) {
        Bucket own = connects.get(terminal, t -> bucket(config.connectsPerMinute(), Duration.ofMinutes(1)));
        Bucket all = tenantConnects.get(tenant, t -> bucket(config.tenantConnectsPerSecond(), Duration.ofSeconds(1)));
        return own.tryConsume(1) && all.tryConsume(1);
    }

    /** The limits of one connection, together with those of its tenant. */
    OfConnection ofConnection(TenantId tenant, TerminalId terminal) {
        return new OfConnection(
                () -> allowance(tenant, terminal),
                bucket(2L * config.messagesPerSecond(), Duration.ofSeconds(2)),
                bucket(2L * config.bytesPerSecond(), Duration.ofSeconds(2)),
                tenantMessages.get(tenant, t -> bucket(config.tenantMessagesPerSecond(), Duration.ofSeconds(1))));
    }

    /** Outlives the connection, so that reconnecting does not fill it. */
    private @Nullable Bucket allowance(TenantId tenant, TerminalId terminal) {
        OptionalInt perMinute = tenants.messagesPerMinute(tenant);
        return perMinute.isEmpty()
                ? null
                : allowances.get(
                        new Allowance(terminal, perMinute.getAsInt()),
                        a -> bucket(a.perMinute(), Duration.ofMinutes(1)));
    }

    record OfConnection(Supplier<@Nullable Bucket> allowance, Bucket messages, Bucket bytes, Bucket tenant) {
        /** Why one more message may not come now; empty when it may. */
        Optional<TerminalProblem> refusal(int length) {
            if (!messages.tryConsume(1) || !bytes.tryConsume(Math.max(1, length)) || !tenant.tryConsume(1)) {
                return Optional.of(TerminalProblem.RATE);
            }
            Bucket minute = allowance.get();
            return minute == null || minute.tryConsume(1) ? Optional.empty() : Optional.of(TerminalProblem.QUOTA);
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
