package io.tillgate.settlement.usecase;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.store.RunTable;
import io.tillgate.settlement.store.RunTable.Past;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Closes each tenant's business day when it has ended, bank holiday or not: trade runs every day, and a payout made on a
 * day on which the bank is closed is executed on the next open one. Days that were missed are one run, of the last of them.
 */
@ApplicationScoped
class CuttingOffByCalendar {
    private static final Logger LOG = Logger.getLogger(CuttingOffByCalendar.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final TenantTransaction transactions;
    private final Tenants tenants;
    private final BusinessClock clock;
    private final CuttingOff cutting;
    private final FollowingMerchants following;
    private final Map<TenantId, LocalDate> closed = new ConcurrentHashMap<>();

    CuttingOffByCalendar(
            TenantTransaction transactions,
            Tenants tenants,
            BusinessClock clock,
            CuttingOff cutting,
            FollowingMerchants following) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.clock = clock;
        this.cutting = cutting;
        this.following = following;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("settlement-cut-off", EVERY, this::all);
    }

    private Uni<Void> all() {
        return Multi.createFrom()
                .iterable(tenants.all())
                .onItem()
                .transformToUniAndConcatenate(tenant -> one(tenant.id())
                        .onFailure(Exception.class)
                        .invoke(fault -> LOG.warnf(
                                "cut-off of %s failed, it is tried again: %s", tenant.slug(), fault.toString()))
                        .onFailure(Exception.class)
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Closes the last day that has ended, if it is not closed; also lets payouts follow their merchants. A payout that cannot
     * keeps no day open, and the round still fails.
     */
    Uni<Void> one(TenantId tenant) {
        LocalDate ended = clock.date(tenant).minusDays(1);
        Uni<Void> closing = Uni.createFrom()
                .deferred(() -> ended.equals(closed.get(tenant))
                        ? Uni.createFrom().voidItem()
                        : close(tenant, ended).invoke(() -> closed.put(tenant, ended)));
        return following
                .follow(tenant)
                .onFailure(Exception.class)
                .call(() -> closing)
                .call(() -> closing);
    }

    private Uni<Void> close(TenantId tenant, LocalDate ended) {
        return transactions
                .sql(Scope.tenant(tenant), connection -> isDue(connection, tenant, ended))
                .chain(due -> due
                        ? cutting.lastSequence(tenant)
                                .chain(last -> cutting.cutOff(new CuttingOff.Ask(
                                        tenant,
                                        ended,
                                        CuttingOff.Occasion.CALENDAR,
                                        "system:settlement-cut-off",
                                        last)))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** A tenant's first run waits for the end of the first day on which something was booked. */
    private static Uni<Boolean> isDue(SqlConnection connection, TenantId tenant, LocalDate ended) {
        return RunTable.lastOfCalendar(connection, tenant)
                .chain((Optional<Past> last) -> last.isPresent()
                        ? Uni.createFrom().item(last.get().businessDate().isBefore(ended))
                        : RunTable.hasTraded(connection, tenant, ended));
    }
}
