package io.tillgate.platform.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.telemetry.TenantTag;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many events wait for their listeners, and how many are dead until a person looks. At most ten seconds old. */
@ApplicationScoped
class OutboxBacklog {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final String COUNT =
            "select tenant_id, dead, count(*) as events from outbox_event group by tenant_id, dead";

    private final TenantTransaction transactions;
    private final TenantDirectory tenants;
    private final TenantTag tag;
    private final MeterRegistry registry;
    private final Map<Label, AtomicLong> gauges = new ConcurrentHashMap<>();

    OutboxBacklog(TenantTransaction transactions, TenantDirectory tenants, TenantTag tag, MeterRegistry registry) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.tag = tag;
        this.registry = registry;
    }

    private record Label(String tenant, boolean dead) {}

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.everyOnEachReplica("count-outbox", EVERY, this::round);
    }

    Uni<Void> round() {
        Map<UUID, String> slugs = new HashMap<>();
        slugs.put(Caller.PLATFORM.value(), "platform");
        tenants.all().stream()
                .limit(Scope.TENANTS_MAX - 1L)
                .forEach(tenant -> slugs.put(tenant.tenant().value(), tag.of(tenant.slug())));
        Scope scope = Scope.tenants(slugs.keySet().stream().map(TenantId::new).toList());
        return transactions
                .sql(scope, connection -> connection.query(COUNT).execute())
                .invoke(rows -> show(slugs, rows))
                .replaceWithVoid();
    }

    /** A tenant without any shows zero. */
    private void show(Map<UUID, String> slugs, RowSet<Row> rows) {
        Map<Label, Long> now = new HashMap<>();
        slugs.values().forEach(slug -> {
            now.put(new Label(slug, false), 0L);
            now.put(new Label(slug, true), 0L);
        });
        rows.forEach(row -> {
            String slug = slugs.getOrDefault(row.getUUID("tenant_id"), "other");
            now.merge(new Label(slug, row.getBoolean("dead")), row.getLong("events"), Long::sum);
        });
        now.forEach((label, value) -> gauge(label).set(value));
    }

    private AtomicLong gauge(Label label) {
        return gauges.computeIfAbsent(
                label,
                fresh -> registry.gauge(
                        "tillgate.outbox.events",
                        Tags.of("tenant", fresh.tenant(), "state", fresh.dead() ? "dead" : "waiting"),
                        new AtomicLong()));
    }
}
