package io.tillgate.terminals.usecase;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.OutboxListener;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.usecase.ConfiguringStores.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a change of merchant, store or tenant file into the configuration of the stores that have terminals: the first
 * two when they are told, a tenant file within a minute, and once after each start, for what changed meanwhile.
 */
@ApplicationScoped
public class FollowingSettings implements OutboxListener {
    private static final String PARTICULARS_CHANGED = "merchant.particulars-changed";
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int STORES_AT_ONCE = 200;

    private final ConfiguringStores stores;
    private final TerminalStore terminals;
    private final Tenants tenants;
    /** The file that the stores of a tenant follow already, by its hash. */
    private final Map<TenantId, String> followed = new ConcurrentHashMap<>();

    FollowingSettings(ConfiguringStores stores, TerminalStore terminals, Tenants tenants) {
        this.stores = stores;
        this.terminals = terminals;
        this.tenants = tenants;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("terminal configuration", PERIOD, this::round);
    }

    @Override
    public String name() {
        return "terminal configuration";
    }

    @Override
    public Set<String> types() {
        return Set.of(PARTICULARS_CHANGED);
    }

    @Override
    public Uni<Void> on(OutboxEvent event) {
        String store = event.payload().getString("store");
        return terminals
                .active(
                        event.tenant(),
                        MerchantId.fromString(event.payload().getString("merchant")),
                        store == null ? null : StoreId.fromString(store))
                .chain(this::keepAll);
    }

    Uni<Void> round() {
        return Multi.createFrom()
                .iterable(tenants.all())
                .filter(tenant -> !tenant.hash().equals(followed.get(tenant.id())))
                .onItem()
                .transformToUniAndConcatenate(this::follow)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> follow(Tenant tenant) {
        return follow(tenant.id(), null).invoke(() -> followed.put(tenant.id(), tenant.hash()));
    }

    private Uni<Void> follow(TenantId tenant, @Nullable StoreId after) {
        return terminals
                .oneOfEachStore(tenant, after, STORES_AT_ONCE)
                .chain(some -> keepAll(some)
                        .chain(() -> some.size() < STORES_AT_ONCE
                                ? Uni.createFrom().voidItem()
                                : follow(tenant, some.getLast().store())));
    }

    private Uni<Void> keepAll(List<TerminalIdentity> some) {
        return Multi.createFrom()
                .iterable(some.stream().map(FollowingSettings::place).distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(stores::keep)
                .collect()
                .last()
                .replaceWithVoid();
    }

    static Place place(TerminalIdentity terminal) {
        return new Place(terminal.tenant(), terminal.merchant(), terminal.store());
    }
}
