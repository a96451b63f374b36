package io.tillgate.analytics.usecase;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.AnalyticsProblem;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Rebuild;
import io.tillgate.analytics.store.Rebuilds;
import io.tillgate.analytics.store.Rebuilds.Running;
import io.tillgate.payments.PaymentFact;
import io.tillgate.payments.Payments;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.sales.SoldBasket;
import io.tillgate.sales.SoldBaskets;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes figures again from the records of payments and sales, with the rules that events are folded by. Day by day, each in
 * one transaction: whoever looks sees the day before or after, and a crash repeats one day.
 */
@ApplicationScoped
public class Rebuilding {
    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int PAGE = 500;
    private static final int TENANTS_AT_ONCE = 500;

    private final TenantTransaction transactions;
    private final Folding folding;
    private final Payments payments;
    private final Tenants tenants;
    private final Audit audit;
    private final Ids ids;

    Rebuilding(
            TenantTransaction transactions, Folding folding, Payments payments, Tenants tenants, Audit audit, Ids ids) {
        this.transactions = transactions;
        this.folding = folding;
        this.payments = payments;
        this.tenants = tenants;
        this.audit = audit;
        this.ids = ids;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("analytics-rebuild", EVERY, this::round);
    }

    /** Fails with {@code REBUILD_RUNNING} while another one of the tenant is not over. */
    public Uni<Rebuild> ask(Caller caller, Period period) {
        UUID id = ids.next();
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> Rebuilds.ask(connection, caller.tenant(), id, period, caller.username())
                        .map(made -> made.orElseThrow(() -> new Refusal(
                                AnalyticsProblem.REBUILD_RUNNING, "wait until the running rebuild is over")))
                        .call(made -> audit.record(connection, entry(caller, made))));
    }

    public Uni<List<Rebuild>> latest(TenantId tenant) {
        return transactions.sql(Scope.tenant(tenant), connection -> Rebuilds.latest(connection, tenant));
    }

    private Uni<Void> round() {
        List<TenantId> all = tenants.all().stream().map(Tenant::id).toList();
        List<Scope> scopes = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TENANTS_AT_ONCE) {
            scopes.add(Scope.tenants(all.subList(from, Math.min(all.size(), from + TENANTS_AT_ONCE))));
        }
        return Multi.createFrom()
                .iterable(scopes)
                .onItem()
                .transformToUniAndConcatenate(scope -> transactions.sql(scope, Rebuilds::running))
                .onItem()
                .transformToMultiAndConcatenate(running -> Multi.createFrom().iterable(running))
                .onItem()
                .transformToUniAndConcatenate(this::days)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> days(Running rebuild) {
        return transactions
                .sql(Scope.tenant(rebuild.tenant()), connection -> nextDay(connection, rebuild))
                .chain(more -> more ? days(rebuild) : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithUni(fault -> failed(rebuild, fault));
    }

    private Uni<Void> failed(Running rebuild, Throwable fault) {
        LOG.warnf("rebuild %s of figures failed at a day: %s", rebuild.id(), fault.toString());
        String kind = fault.getClass().getSimpleName();
        return transactions.sql(
                Scope.tenant(rebuild.tenant()), connection -> Rebuilds.failed(connection, rebuild, kind));
    }

    /** Whether there may be another. */
    private Uni<Boolean> nextDay(SqlConnection connection, Running rebuild) {
        return folding.lock(connection, rebuild.tenant())
                .chain(() -> Rebuilds.hold(connection, rebuild))
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().item(false)
                        : day(connection, rebuild, held.get()).replaceWith(true));
    }

    private Uni<Void> day(SqlConnection connection, Running rebuild, LocalDate day) {
        TenantId tenant = rebuild.tenant();
        return Rebuilds.empty(connection, tenant, day)
                .chain(() -> payments(connection, tenant, day, null, 0))
                .chain(read -> sales(connection, tenant, day, null, 0)
                        .chain(sales -> Rebuilds.dayDone(connection, rebuild, read, sales)));
    }

    private Uni<Long> payments(
            SqlConnection connection, TenantId tenant, LocalDate day, @Nullable PaymentId after, long before) {
        return payments.factsOf(connection, tenant, day, after, PAGE)
                .chain(page -> folding.foldPayments(connection, page).chain(() -> {
                    long read = before + page.size();
                    return page.size() < PAGE
                            ? Uni.createFrom().item(read)
                            : payments(connection, tenant, day, last(page), read);
                }));
    }

    private Uni<Long> sales(
            SqlConnection connection, TenantId tenant, LocalDate day, @Nullable SaleId after, long before) {
        return SoldBaskets.ofDate(connection, tenant, day, after, PAGE)
                .chain(page -> folding.foldBaskets(connection, tenant, page, List.of())
                        .chain(() -> {
                            long read = before + page.size();
                            return page.size() < PAGE
                                    ? Uni.createFrom().item(read)
                                    : sales(connection, tenant, day, lastSale(page), read);
                        }));
    }

    private static PaymentId last(List<PaymentFact> page) {
        return page.getLast().payment().id();
    }

    private static SaleId lastSale(List<SoldBasket> page) {
        return page.getLast().sale().id();
    }

    private static AuditEntry entry(Caller caller, Rebuild rebuild) {
        return new AuditEntry(
                caller.tenant(),
                null,
                AuditEntry.Actor.of(caller),
                "analytics.rebuild",
                new AuditEntry.Subject("analytics-rebuild", rebuild.id().toString()),
                null,
                new JsonObject()
                        .put("from", rebuild.period().from().toString())
                        .put("to", rebuild.period().to().toString()));
    }
}
