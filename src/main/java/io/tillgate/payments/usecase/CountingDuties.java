package io.tillgate.payments.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.store.DutyStore;
import io.tillgate.payments.store.DutyStore.DutyCount;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.telemetry.TenantTag;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How much card hosts are owed, and how much was given up and waits for a person. At most ten seconds old. */
@ApplicationScoped
class CountingDuties {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final DutyStore duties;
    private final Tenants tenants;
    private final TenantTag tag;
    private final MeterRegistry registry;
    private final Map<Label, AtomicLong> gauges = new ConcurrentHashMap<>();

    CountingDuties(DutyStore duties, Tenants tenants, TenantTag tag, MeterRegistry registry) {
        this.duties = duties;
        this.tenants = tenants;
        this.tag = tag;
        this.registry = registry;
    }

    private record Label(String tenant, String state) {}

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.everyOnEachReplica("count-duties", EVERY, this::round);
    }

    Uni<Void> round() {
        List<Tenant> all = tenants.all();
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : duties.count(Scope.tenants(all.stream().map(Tenant::id).toList()))
                        .invoke(counts -> show(all, counts))
                        .replaceWithVoid();
    }

    /** A tenant without any shows zero. */
    private void show(List<Tenant> all, List<DutyCount> counts) {
        Map<Label, Long> now = new HashMap<>();
        for (Tenant tenant : all) {
            String shown = tag.of(tenant.slug());
            now.putIfAbsent(new Label(shown, "owed"), 0L);
            now.putIfAbsent(new Label(shown, "abandoned"), 0L);
            counts.stream()
                    .filter(count -> count.tenant().equals(tenant.id()))
                    .forEach(count -> now.merge(new Label(shown, count.state()), count.duties(), Long::sum));
        }
        now.forEach((label, value) -> gauge(label).set(value));
    }

    private AtomicLong gauge(Label label) {
        return gauges.computeIfAbsent(
                label,
                fresh -> registry.gauge(
                        "tillgate.host.duties",
                        Tags.of("tenant", fresh.tenant(), "state", fresh.state()),
                        new AtomicLong()));
    }
}
