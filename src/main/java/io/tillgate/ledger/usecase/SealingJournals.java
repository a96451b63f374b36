package io.tillgate.ledger.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Chain;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.telemetry.TenantTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Seals each tenant's journal every second, on one replica at a time; measures how far it is behind. */
@ApplicationScoped
public class SealingJournals {
    private static final Logger LOG = Logger.getLogger(SealingJournals.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** So that a tenant that catches up leaves the others their turns. */
    private static final Duration AT_A_TIME = Duration.ofMillis(500);

    private final Chain chain;
    private final TenantDirectory tenants;
    private final MeterRegistry metrics;
    private final TenantTag tag;
    private final Map<String, AtomicLong> lagMillis = new ConcurrentHashMap<>();

    SealingJournals(Chain chain, TenantDirectory tenants, MeterRegistry metrics, TenantTag tag) {
        this.chain = chain;
        this.tenants = tenants;
        this.metrics = metrics;
        this.tag = tag;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("ledger-sealer", PERIOD, this::sealAll);
    }

    /**
     * Tenant by tenant; one with more to seal than fits into half a second goes on a period later. One that cannot be sealed
     * keeps nobody waiting behind it, and the round still fails, so that the job counts as failing.
     */
    private Uni<Void> sealAll() {
        List<Throwable> faults = new ArrayList<>();
        return Multi.createFrom()
                .iterable(tenants.all())
                .onItem()
                .transformToUniAndConcatenate(tenant -> seal(tenant)
                        .onFailure(Exception.class)
                        .invoke(fault -> {
                            LOG.errorf("the journal of %s is not sealed: %s", tenant.slug(), fault);
                            faults.add(fault);
                        })
                        .onFailure(Exception.class)
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid()
                .invoke(() -> refuse(faults));
    }

    private static void refuse(List<Throwable> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.size() + " journals could not be sealed", faults.getFirst());
        }
    }

    private Uni<Integer> seal(RealmEntry tenant) {
        long end = System.nanoTime() + AT_A_TIME.toNanos();
        return Uni.createFrom()
                .deferred(() -> chain.seal(tenant.tenant()))
                .repeat()
                .whilst(count -> count == Chain.BLOCK_MAX && System.nanoTime() < end)
                .collect()
                .last()
                .call(() -> chain.lagSeconds(tenant.tenant())
                        .invoke(seconds -> lagOf(tenant.slug()).set((long) (seconds * 1_000))));
    }

    private AtomicLong lagOf(String slug) {
        return lagMillis.computeIfAbsent(
                tag.of(slug),
                tenant ->
                        metrics.gauge("tillgate.ledger.seal.lag.millis", Tags.of("tenant", tenant), new AtomicLong()));
    }
}
