package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.IdempotencyKey;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.ProposeAdjustment;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Signature;
import io.tillgate.settlement.store.AdjustmentTable;
import io.tillgate.settlement.store.AdjustmentTable.Account;
import io.tillgate.settlement.store.AdjustmentTable.Pending;
import io.tillgate.settlement.store.AdjustmentTable.Proposed;
import io.tillgate.settlement.store.AdjustmentTable.Verdict;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person proposes a credit or debit, another confirms it; it is booked in that commit, and the next run settles it.
 */
@ApplicationScoped
public class AdjustingAccounts {
    /** Minor units of one adjustment, to either side. */
    private static final long AMOUNT_MAX = 100_000_000_000L;

    private final TenantTransaction transactions;
    private final OnceOnly once;
    private final Ledger ledger;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    AdjustingAccounts(
            TenantTransaction transactions, OnceOnly once, Ledger ledger, Audit audit, Ids ids, BusinessClock clock) {
        this.transactions = transactions;
        this.once = once;
        this.ledger = ledger;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was done, to which. */
    record Done(UUID adjustment) {}

    /** Answers its id. */
    public Uni<UUID> propose(Caller caller, @Nullable String key, ProposeAdjustment wanted) {
        long amount = wanted.amount().value();
        if (amount == 0 || amount < -AMOUNT_MAX || amount > AMOUNT_MAX) {
            String bound = "must not be 0, nor further from it than " + AMOUNT_MAX;
            throw new Refusal(
                    CommonProblem.VALIDATION,
                    "amount: " + bound,
                    List.of(new Violation("/amount/value", CommonProblem.VALIDATION.code(), bound)));
        }
        var idempotent = IdempotencyKey.of(
                caller, "adjustment.propose", key, body(wanted).encode());
        return transactions
                .sql(
                        Scope.tenant(caller.tenant()),
                        connection -> once.once(
                                connection, idempotent, Done.class, () -> proposed(connection, caller, wanted)))
                .map(Done::adjustment);
    }

    private Uni<Done> proposed(SqlConnection connection, Caller caller, ProposeAdjustment wanted) {
        UUID id = ids.next();
        return AdjustmentTable.account(connection, caller.tenant(), wanted.account())
                .map(found -> checked(found.orElseThrow(AdjustingAccounts::noSuchAccount), wanted))
                .call(account -> AdjustmentTable.insert(
                        connection, caller.tenant(), id, account.merchant(), new Proposed(wanted, mark(caller))))
                .call(account -> audit.record(
                        connection, entry(caller, account.merchant(), "adjustment.propose", id, body(wanted))))
                .replaceWith(new Done(id));
    }

    private static Account checked(Account account, ProposeAdjustment wanted) {
        if (!account.currency().equals(wanted.amount().currency())) {
            throw new Refusal(SettlementProblem.ADJUSTMENT_CURRENCY, "the account is in " + account.currency());
        }
        return account;
    }

    public Uni<Void> confirm(Caller caller, @Nullable String key, UUID id) {
        var idempotent = IdempotencyKey.of(
                caller,
                "adjustment.confirm",
                key,
                new JsonObject().put("adjustment", id.toString()).encode());
        return transactions
                .sql(
                        Scope.tenant(caller.tenant()),
                        connection ->
                                once.once(connection, idempotent, Done.class, () -> confirmed(connection, caller, id)))
                .replaceWithVoid();
    }

    private Uni<Done> confirmed(SqlConnection connection, Caller caller, UUID id) {
        var booking = new Booking(
                caller.tenant(), clock.date(caller.tenant()), new JournalSource(AdjustmentTable.SOURCE, id));
        Verdict verdict = new Verdict("confirmed", mark(caller), null, booking.businessDate());
        return AdjustmentTable.forVerdict(connection, caller.tenant(), id)
                .map(found -> undecided(found.orElseThrow(AdjustingAccounts::noSuchAdjustment)))
                .invoke(pending -> TwoPeople.refuseSame("adjustment", pending.proposed(), verdict.by()))
                .call(() -> AdjustmentTable.decide(connection, caller.tenant(), id, verdict))
                .call(pending -> ledger.post(
                        connection, List.of(PostingRules.adjustment(booking, pending.account(), pending.amount()))))
                .call(pending -> audit.record(
                        connection,
                        entry(caller, pending.merchant(), "adjustment.confirm", id, money(pending.amount()))))
                .replaceWith(new Done(id));
    }

    public Uni<Void> reject(Caller caller, UUID id, String reason) {
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> AdjustmentTable.forVerdict(connection, caller.tenant(), id)
                        .map(found -> undecided(found.orElseThrow(AdjustingAccounts::noSuchAdjustment)))
                        .call(() -> AdjustmentTable.decide(
                                connection, caller.tenant(), id, new Verdict("rejected", mark(caller), reason, null)))
                        .call(pending -> audit.record(
                                connection,
                                entry(
                                        caller,
                                        pending.merchant(),
                                        "adjustment.reject",
                                        id,
                                        new JsonObject().put("reason", reason))))
                        .replaceWithVoid());
    }

    private static Pending undecided(Pending pending) {
        if (!pending.state().equals("proposed")) {
            throw new Refusal(
                    SettlementProblem.ADJUSTMENT_DECIDED, "this adjustment is " + pending.state() + " already");
        }
        return pending;
    }

    private Signature mark(Caller caller) {
        return new Signature(caller.subject(), caller.username(), clock.now(caller.tenant()));
    }

    private static JsonObject body(ProposeAdjustment wanted) {
        return money(wanted.amount())
                .put("account", wanted.account().toString())
                .put("reason", wanted.reason())
                .put("note", wanted.note());
    }

    private static JsonObject money(Money amount) {
        return new JsonObject()
                .put("amount", amount.value())
                .put("currency", amount.currency().getCurrencyCode());
    }

    private static AuditEntry entry(Caller caller, MerchantId merchant, String action, UUID id, JsonObject after) {
        return new AuditEntry(
                caller.tenant(),
                merchant,
                AuditEntry.Actor.of(caller),
                action,
                new AuditEntry.Subject("adjustment", id.toString()),
                null,
                after);
    }

    private static Refusal noSuchAccount() {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such merchant account");
    }

    private static Refusal noSuchAdjustment() {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such adjustment");
    }
}
