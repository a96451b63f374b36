package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Chain;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.domain.Netting;
import io.tillgate.settlement.domain.Netting.Netted;
import io.tillgate.settlement.domain.SettlementIds;
import io.tillgate.settlement.store.NettingTables;
import io.tillgate.settlement.store.OwedByHosts;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.settlement.store.RunTable;
import io.tillgate.settlement.store.RunTable.New;
import io.tillgate.settlement.store.RunTable.Past;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a run: the sealed entries after the last run, netted for each merchant account into payouts. One transaction, in
 * which ids are derived: killed anywhere it left nothing, and made again it is the same run. Whoever asks while a run is
 * being made gets that run.
 */
@ApplicationScoped
public class CuttingOff {
    private final TenantTransaction transactions;
    private final Chain chain;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final KeepingLetterheads letterheads;
    private final SettlementConfig config;
    private final BookingBeforeCutOff before;

    CuttingOff(
            TenantTransaction transactions,
            Chain chain,
            BusinessClock clock,
            Outbox outbox,
            KeepingLetterheads letterheads,
            SettlementConfig config,
            BookingBeforeCutOff before) {
        this.transactions = transactions;
        this.chain = chain;
        this.clock = clock;
        this.outbox = outbox;
        this.letterheads = letterheads;
        this.config = config;
        this.before = before;
    }

    /** Why a run is made. */
    public enum Occasion {
        CALENDAR("calendar"),
        PERSON("person");

        private final String code;

        Occasion(String code) {
            this.code = code;
        }
    }

    /**
     * A cut-off that is asked for.
     *
     * @param after sequence of the last run when it was asked for; a later run by then is the answer
     */
    public record Ask(TenantId tenant, LocalDate businessDate, Occasion occasion, String by, long after) {}

    /** Sequence of the last run now; 0 before the first. */
    public Uni<Long> lastSequence(TenantId tenant) {
        return transactions.sql(
                Scope.tenant(tenant),
                connection -> RunTable.last(connection, tenant)
                        .map(last -> last.map(Past::sequence).orElse(0L)));
    }

    /** Waits until what was committed by now is sealed, which a run needs. */
    public Uni<Void> seal(TenantId tenant) {
        return chain.sealWhatIsCommitted(tenant, config.sealerPatience())
                .invoke(done -> {
                    if (!done) {
                        throw new Refusal(
                                SettlementProblem.JOURNAL_NOT_SEALED,
                                "the journal's newest entries are not sealed yet: try again in some seconds");
                    }
                })
                .replaceWithVoid();
    }

    /** Books what the cut-off itself charges and holds back, and seals. */
    Uni<Void> prepare(Coming run) {
        return before.charge(run)
                .chain(reserves -> reserves
                        ? seal(run.tenant()).chain(() -> before.hold(run))
                        : Uni.createFrom().voidItem())
                .chain(() -> seal(run.tenant()));
    }

    /** Prepares, then makes the run in a transaction of its own; answers its id. */
    public Uni<UUID> cutOff(Ask ask) {
        return prepare(new Coming(ask.tenant(), ask.businessDate(), ask.occasion()))
                .chain(() -> transactions.sql(Scope.tenant(ask.tenant()), connection -> run(connection, ask)));
    }

    /** In the caller's transaction, which has the tenant's scope. */
    Uni<UUID> run(SqlConnection connection, Ask ask) {
        return SettlementLock.take(connection, ask.tenant())
                .chain(() -> RunTable.last(connection, ask.tenant()))
                .chain(last -> madeMeanwhile(connection, ask, last)
                        .chain(made -> made.isPresent()
                                ? Uni.createFrom().item(made.get().id())
                                : plan(connection, ask, last).chain(run -> make(connection, run))));
    }

    /** The calendar closes each day itself, whatever a person did meanwhile. */
    private static Uni<Optional<Past>> madeMeanwhile(SqlConnection connection, Ask ask, Optional<Past> last) {
        return switch (ask.occasion()) {
            case PERSON -> Uni.createFrom().item(last.filter(run -> run.sequence() > ask.after()));
            case CALENDAR ->
                RunTable.lastOfCalendar(connection, ask.tenant())
                        .map(run -> run.filter(made -> !made.businessDate().isBefore(ask.businessDate())));
        };
    }

    private Uni<New> plan(SqlConnection connection, Ask ask, Optional<Past> last) {
        Instant now = clock.now(ask.tenant());
        return RunTable.cycles(connection, ask.tenant(), ask.businessDate())
                .chain(cycles -> RunTable.sealed(connection, ask.tenant())
                        .map(through -> new New(
                                ask.tenant(),
                                SettlementIds.run(ask.tenant(), ask.businessDate(), cycles + 1),
                                ask.businessDate(),
                                cycles + 1,
                                ask.occasion().code,
                                last.map(Past::through).orElse(0L),
                                through,
                                last.map(Past::sequence).orElse(0L) + 1,
                                now,
                                ask.by())));
    }

    private Uni<UUID> make(SqlConnection connection, New run) {
        return RunTable.insert(connection, run)
                .chain(() -> NettingTables.insertItems(connection, run))
                .chain(() -> NettingTables.sums(connection, run))
                .map(this::net)
                .chain(netted -> write(connection, run, netted))
                .chain(() -> OwedByHosts.expectFundings(connection, run))
                .replaceWith(run.id());
    }

    private List<Netted> net(List<NettingTables.Summed> sums) {
        return sums.stream()
                .map(each -> Netting.net(each.holder(), each.sums(), each.carriedIn(), config.payoutMinimum()))
                .toList();
    }

    private Uni<Void> write(SqlConnection connection, New run, List<Netted> netted) {
        List<Netted> paid = netted.stream().filter(Netted::isPaid).toList();
        return NettingTables.insertAccounts(connection, run, netted)
                .chain(() -> letterheads.of(connection, run))
                .chain(() -> NettingTables.carry(connection, run, netted))
                .chain(() -> PayoutStore.draft(connection, run, paid))
                .chain(() -> outbox.publish(
                        connection,
                        outbox.event(
                                run.tenant(),
                                "settlement.run-closed",
                                "settlement:" + run.businessDate(),
                                new JsonObject()
                                        .put("run", run.id().toString())
                                        .put("businessDate", run.businessDate().toString())
                                        .put("cycle", run.cycle())
                                        .put("accounts", netted.size())
                                        .put("payouts", paid.size()))));
    }
}
