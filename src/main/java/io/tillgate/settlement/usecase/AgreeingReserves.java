package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.ProposeReserve;
import io.tillgate.settlement.ReserveTermsView;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Signature;
import io.tillgate.settlement.store.ReserveTermsTable;
import io.tillgate.settlement.store.ReserveTermsTable.Pending;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** One person proposes what is held back of an account's sales, another confirms it. */
@ApplicationScoped
public class AgreeingReserves {
    private final TenantTransaction transactions;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    AgreeingReserves(TenantTransaction transactions, Audit audit, Ids ids, BusinessClock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<ReserveTermsView> propose(Caller caller, ProposeReserve wanted) {
        UUID id = ids.next();
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> ReserveTermsTable.insert(connection, caller.tenant(), id, wanted, mark(caller))
                        .invoke(known -> {
                            if (!known) {
                                throw new Refusal(CommonProblem.NOT_FOUND, "there is no such merchant account");
                            }
                        })
                        .chain(() -> ReserveTermsTable.one(connection, caller.tenant(), id))
                        .call(made -> tell(connection, caller, "reserve-terms.propose", made)));
    }

    /** @param state {@code confirmed}, by another person, or {@code rejected} */
    public Uni<ReserveTermsView> decide(Caller caller, UUID id, String state) {
        Signature by = mark(caller);
        boolean confirms = state.equals("confirmed");
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> SettlementLock.take(connection, caller.tenant())
                        .chain(() -> ReserveTermsTable.forVerdict(connection, caller.tenant(), id))
                        .invoke(found -> {
                            Pending pending = found.orElseThrow(
                                    () -> new Refusal(CommonProblem.NOT_FOUND, "there are no such terms"));
                            refuseDecided(pending);
                            if (confirms) {
                                TwoPeople.refuseSame("reserve", pending.proposed(), by);
                            }
                        })
                        .chain(() -> ReserveTermsTable.decide(connection, caller.tenant(), id, state, by))
                        .chain(() -> ReserveTermsTable.one(connection, caller.tenant(), id))
                        .call(made -> tell(
                                connection,
                                caller,
                                confirms ? "reserve-terms.confirm" : "reserve-terms.reject",
                                made)));
    }

    private static void refuseDecided(Pending pending) {
        if (!pending.state().equals("proposed")) {
            throw new Refusal(SettlementProblem.RESERVE_DECIDED, "these terms are " + pending.state() + " already");
        }
    }

    private Signature mark(Caller caller) {
        return new Signature(caller.subject(), caller.username(), clock.now(caller.tenant()));
    }

    private Uni<Void> tell(SqlConnection connection, Caller caller, String action, ReserveTermsView terms) {
        return audit.record(
                connection,
                new AuditEntry(
                        caller.tenant(),
                        terms.merchant(),
                        AuditEntry.Actor.of(caller),
                        action,
                        new AuditEntry.Subject("reserve-terms", terms.id().toString()),
                        null,
                        new JsonObject()
                                .put("account", terms.account().toString())
                                .put("partsPerMillion", terms.partsPerMillion())
                                .put("days", terms.days())
                                .put("reason", terms.reason())));
    }
}
