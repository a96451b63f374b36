package io.tillgate.platform.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was erased, and how far erasing is behind: per table, since tenants can be many. */
@ApplicationScoped
class RetentionMeters {
    private final MeterRegistry registry;
    private final Map<String, Map<TenantId, Duration>> overdue = new ConcurrentHashMap<>();

    RetentionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void erased(String table, int rows) {
        registry.counter("tillgate.retention.erased", "table", table).increment(rows);
    }

    void failed(String table) {
        registry.counter("tillgate.retention.failures", "table", table).increment();
    }

    /** For how long the oldest row that a round left has been due; zero when it left none. */
    void overdue(String table, TenantId tenant, Duration since) {
        overdue.computeIfAbsent(table, this::gauge).put(tenant, since);
    }

    private Map<TenantId, Duration> gauge(String table) {
        Map<TenantId, Duration> byTenant = new ConcurrentHashMap<>();
        registry.gauge(
                "tillgate.retention.overdue.seconds",
                Tags.of("table", table),
                byTenant,
                values -> values.values().stream()
                        .mapToLong(Duration::toSeconds)
                        .max()
                        .orElse(0));
        return byTenant;
    }
}
