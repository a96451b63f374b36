package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.http.IdempotencyKey;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.domain.PayoutCommand;
import io.tillgate.settlement.domain.PayoutDecision;
import io.tillgate.settlement.domain.PayoutLife;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.settlement.store.FileTable;
import io.tillgate.settlement.store.NettingTables;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.settlement.usecase.ChangingAttempts.Step;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person takes a payout back before the bank has it, or has one paid again that came back. */
@ApplicationScoped
public class ChangingPayouts {
    private final TenantTransaction transactions;
    private final OnceOnly once;
    private final ChangingAttempts attempts;
    private final Audit audit;
    private final BusinessClock clock;

    ChangingPayouts(
            TenantTransaction transactions,
            OnceOnly once,
            ChangingAttempts attempts,
            Audit audit,
            BusinessClock clock) {
        this.transactions = transactions;
        this.once = once;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which payout was changed, and its state since. */
    record Changed(UUID payout, String state) {}

    /** Its amount is part of the account's next run. */
    public Uni<Void> cancel(Caller caller, @Nullable String key, UUID payout, String reason) {
        return change(caller, key, "payout.cancel", payout, reason);
    }

    /** Drafts a new attempt, which takes two signatures again. */
    public Uni<Void> retry(Caller caller, @Nullable String key, UUID payout, String reason) {
        return change(caller, key, "payout.retry", payout, reason);
    }

    private Uni<Void> change(Caller caller, @Nullable String key, String action, UUID payout, String reason) {
        String body = new JsonObject()
                .put("payout", payout.toString())
                .put("reason", reason)
                .encode();
        var idempotent = IdempotencyKey.of(caller, action, key, body);
        return transactions
                .sql(
                        Scope.tenant(caller.tenant()),
                        connection -> once.once(
                                connection,
                                idempotent,
                                Changed.class,
                                () -> newest(connection, caller, payout)
                                        .chain(row -> action.equals("payout.cancel")
                                                ? cancel(connection, caller, row, reason)
                                                : retry(connection, caller, row, reason))))
                .replaceWithVoid();
    }

    private static Uni<AttemptRow> newest(SqlConnection connection, Caller caller, UUID payout) {
        return PayoutStore.newestOf(connection, caller.tenant(), List.of(payout))
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw new Refusal(CommonProblem.NOT_FOUND, "there is no such payout");
                    }
                    return rows.getFirst();
                });
    }

    private Uni<Changed> cancel(SqlConnection connection, Caller caller, AttemptRow row, String reason) {
        if (!(PayoutLife.decide(row.toDomain(), new PayoutCommand.Cancel()) instanceof PayoutDecision.Become become)) {
            throw refusal(row, new PayoutCommand.Cancel());
        }
        boolean inFile = row.state() == PayoutState.RELEASED;
        AttemptRow.Standing after = row.standing().in(PayoutState.CANCELLED).because("CANCELLED", reason);
        Step step = new Step(row, row.with(inFile ? after.withoutFile() : after), become.movement());
        return (inFile ? takeOut(connection, row) : Uni.createFrom().voidItem())
                .chain(() -> attempts.apply(connection, caller.tenant(), List.of(step)))
                .chain(() -> NettingTables.carryMore(connection, row))
                .chain(() -> audit.record(
                        connection,
                        PayoutTrail.changed(caller, "payout.cancel", row, because(PayoutState.CANCELLED, reason))))
                .replaceWith(new Changed(row.payout(), PayoutState.CANCELLED.code()));
    }

    /** The file's row decides between this and the bank's first fetch. */
    private static Uni<Void> takeOut(SqlConnection connection, AttemptRow row) {
        UUID file = Objects.requireNonNull(row.standing().file());
        return FileTable.takeOut(connection, row.tenant(), file, 1, row.amount())
                .invoke(out -> {
                    if (!out) {
                        throw new Refusal(
                                SettlementProblem.FILE_FETCHED,
                                "the bank has fetched this payout; only its answer can end it now");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Changed> retry(SqlConnection connection, Caller caller, AttemptRow row, String reason) {
        if (!(PayoutLife.decide(row.toDomain(), new PayoutCommand.Retry()) instanceof PayoutDecision.NewAttempt)) {
            throw refusal(row, new PayoutCommand.Retry());
        }
        JsonObject after = because(PayoutState.DRAFTED, reason).put("attempt", row.number() + 1);
        return PayoutStore.draftNext(connection, row, clock.now(caller.tenant()))
                .chain(() -> audit.record(connection, PayoutTrail.changed(caller, "payout.retry", row, after)))
                .replaceWith(new Changed(row.payout(), PayoutState.DRAFTED.code()));
    }

    private static Refusal refusal(AttemptRow row, PayoutCommand command) {
        return PayoutLife.decide(row.toDomain(), command) instanceof PayoutDecision.Refuse no
                ? new Refusal(no.problem(), no.detail())
                : new Refusal(SettlementProblem.PAYOUT_STATE, "this payout's state does not allow that");
    }

    private static JsonObject because(PayoutState state, String reason) {
        return new JsonObject().put("state", state.code()).put("reason", reason);
    }
}
