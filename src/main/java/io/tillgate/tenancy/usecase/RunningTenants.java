package io.tillgate.tenancy.usecase;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantLifecycle;
import io.tillgate.tenancy.TenantLifecycle.Objection;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.Tenants;
import io.tillgate.tenancy.file.TenantFile;
import io.tillgate.tenancy.file.TenantFile.Reading;
import io.tillgate.tenancy.store.PostgresTenantStore;
import io.tillgate.tenancy.store.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Keeps {@link Tenants} equal to the table and tells the other capabilities of what changed. */
@ApplicationScoped
class RunningTenants {
    private static final Logger LOG = Logger.getLogger(RunningTenants.class);

    private final PostgresTenantStore store;
    private final Tenants tenants;
    private final MovingBusinessClock clocks;
    private final List<TenantLifecycle> capabilities;
    /** The hash that every capability has taken over, by tenant: one that failed is told again. */
    private final Map<TenantId, String> told = new ConcurrentHashMap<>();

    RunningTenants(
            PostgresTenantStore store,
            Tenants tenants,
            MovingBusinessClock clocks,
            @All List<TenantLifecycle> capabilities) {
        this.store = store;
        this.tenants = tenants;
        this.clocks = clocks;
        this.capabilities = capabilities.stream()
                .sorted(Comparator.comparingInt(TenantLifecycle::order))
                .toList();
    }

    List<Objection> objections(TenantSettings settings) {
        return capabilities.stream()
                .flatMap(c -> c.objections(settings).stream())
                .toList();
    }

    Tenant tenant(TenantId id) {
        return tenants.byId(id).orElseThrow();
    }

    /** Reads the table and tells every capability what it has not been told yet. Fails if a capability does. */
    Uni<Void> refresh() {
        return store.findAllAcrossTenants().call(this::readClocks).chain(rows -> {
            List<Tenant> now = new ArrayList<>();
            rows.forEach(row -> tenant(row).ifPresent(now::add));
            tenants.replaceAll(now);
            return Multi.createFrom()
                    .iterable(now)
                    .filter(tenant -> !tenant.hash().equals(told.get(tenant.id())))
                    .onItem()
                    .transformToUniAndConcatenate(this::tell)
                    .collect()
                    .last();
        });
    }

    private Uni<Void> readClocks(List<TenantRow> rows) {
        return clocks.load(rows.stream().map(TenantRow::id).toList());
    }

    private Uni<Void> tell(Tenant tenant) {
        Uni<Void> each = Multi.createFrom()
                .iterable(capabilities)
                .onItem()
                .transformToUniAndConcatenate(capability -> capability.applied(tenant))
                .collect()
                .last();
        return each.invoke(() -> told.put(tenant.id(), tenant.hash()));
    }

    /** A row that this release cannot read keeps what runs now: it was written by a newer release. */
    private Optional<Tenant> tenant(TenantRow row) {
        Optional<Tenant> running = tenants.byId(row.id());
        if (running.isPresent()
                && running.get().hash().equals(row.hash())
                && running.get().issuer().equals(row.issuer())) {
            return running.map(tenant -> tenant.in(row.status()));
        }
        return switch (TenantFile.read("tenant " + row.slug(), row.config().encode(), name -> Optional.empty())) {
            case Reading.Accepted accepted ->
                Optional.of(new Tenant(
                        row.id(),
                        row.slug(),
                        row.realm(),
                        row.issuer(),
                        row.status(),
                        accepted.file().settings(),
                        row.hash()));
            case Reading.Mistaken mistaken -> {
                LOG.errorf(
                        "the kept settings cannot be read: %s",
                        mistaken.mistakes().getFirst());
                yield running;
            }
        };
    }
}
