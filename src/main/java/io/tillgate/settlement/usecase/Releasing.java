package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.http.IdempotencyKey;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.ReleaseAnswer;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Signature;
import io.tillgate.settlement.domain.Payout;
import io.tillgate.settlement.domain.PayoutCommand;
import io.tillgate.settlement.domain.PayoutDecision;
import io.tillgate.settlement.domain.PayoutLife;
import io.tillgate.settlement.domain.SettlementIds;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.settlement.store.FileTable;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.settlement.usecase.ChangingAttempts.Step;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two people let money go: the first signs, which also fixes the bank account as both see it, the second releases, which
 * makes the payment file. Who and when stays in each attempt, beside the audit record of the same commit.
 */
@ApplicationScoped
public class Releasing {
    private final TenantTransaction transactions;
    private final OnceOnly once;
    private final ChangingAttempts attempts;
    private final FollowingMerchants following;
    private final Audit audit;
    private final Tenants tenants;
    private final BusinessClock clock;

    Releasing(
            TenantTransaction transactions,
            OnceOnly once,
            ChangingAttempts attempts,
            FollowingMerchants following,
            Audit audit,
            Tenants tenants,
            BusinessClock clock) {
        this.transactions = transactions;
        this.once = once;
        this.attempts = attempts;
        this.following = following;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The first of two. */
    public Uni<ReleaseAnswer> sign(Caller caller, @Nullable String key, PayoutSelection selection) {
        var idempotent = IdempotencyKey.of(caller, "payout.sign", key, selection.canonical());
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> once.once(
                        connection, idempotent, ReleaseAnswer.class, () -> sign(connection, caller, selection)));
    }

    /**
     * The second. Where the merchant is paid elsewhere now than the first person saw, nothing is released, and what was
     * signed for another account waits for its first signature again.
     */
    public Uni<ReleaseAnswer> release(Caller caller, @Nullable String key, PayoutSelection selection) {
        var idempotent = IdempotencyKey.of(caller, "payout.release", key, selection.canonical());
        return transactions
                .sql(
                        Scope.tenant(caller.tenant()),
                        connection -> once.once(
                                connection,
                                idempotent,
                                ReleaseAnswer.class,
                                () -> release(connection, caller, selection)))
                .onFailure(Releasing::isOfChangedAccount)
                .call(() -> following.follow(caller.tenant()));
    }

    private static boolean isOfChangedAccount(Throwable fault) {
        return fault instanceof Refusal no && no.code() == SettlementProblem.ACCOUNT_CHANGED;
    }

    private Uni<ReleaseAnswer> sign(SqlConnection connection, Caller caller, PayoutSelection selection) {
        Signature signature = signature(caller);
        return selected(connection, caller.tenant(), selection, PayoutState.DRAFTED)
                .map(rows -> rows.stream().map(row -> signed(row, signature)).toList())
                .call(steps -> attempts.apply(connection, caller.tenant(), steps))
                .call(steps -> audit.record(connection, PayoutTrail.signed(caller, selection, rowsOf(steps))))
                .map(steps -> new ReleaseAnswer(steps.size(), List.of()));
    }

    private static Step signed(AttemptRow row, Signature signature) {
        Payout next = decided(row, new PayoutCommand.Sign(signature));
        AttemptRow after = row.with(row.standing().in(next.state()).signedBy(signature), row.present());
        return new Step(row, after, PayoutDecision.Movement.NONE);
    }

    private Uni<ReleaseAnswer> release(SqlConnection connection, Caller caller, PayoutSelection selection) {
        Signature signature = signature(caller);
        return selected(connection, caller.tenant(), selection, PayoutState.SIGNED)
                .invoke(rows -> rows.forEach(row -> decided(row, new PayoutCommand.Release(signature))))
                .invoke(Releasing::requireSignedAccounts)
                .chain(rows -> Multi.createFrom()
                        .iterable(byCurrency(rows))
                        .onItem()
                        .transformToUniAndConcatenate(of -> file(connection, caller, signature, of))
                        .collect()
                        .asList()
                        .call(files -> audit.record(connection, PayoutTrail.released(caller, selection, rows, files)))
                        .map(files -> new ReleaseAnswer(rows.size(), files)));
    }

    private static List<List<AttemptRow>> byCurrency(List<AttemptRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.amount().currency().getCurrencyCode()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private Uni<PaymentFileView> file(
            SqlConnection connection, Caller caller, Signature signature, List<AttemptRow> rows) {
        TenantId tenant = caller.tenant();
        UUID id = SettlementIds.file(rows.stream().map(AttemptRow::id).toList());
        PaymentFileView view = view(tenant, id, signature.at(), rows);
        List<Step> steps = new ArrayList<>();
        for (AttemptRow row : rows) {
            AttemptRow after = row.with(row.standing().in(PayoutState.RELEASED).releasedIn(id, signature));
            steps.add(new Step(row, after, PayoutDecision.Movement.PAYABLE_TO_CLEARING));
        }
        return FileTable.insert(
                        connection,
                        tenant,
                        new FileTable.Stored(view, tenants.settings(tenant).payout()),
                        signature.name())
                .chain(() -> attempts.apply(connection, tenant, steps))
                .replaceWith(view);
    }

    private PaymentFileView view(TenantId tenant, UUID id, Instant at, List<AttemptRow> rows) {
        Currency currency = rows.getFirst().amount().currency();
        Money total = rows.stream().map(AttemptRow::amount).reduce(Money.zero(currency), Money::plus);
        LocalDate today =
                LocalDate.ofInstant(at, tenants.settings(tenant).businessDay().zone());
        return new PaymentFileView(
                id,
                SettlementIds.message(id),
                "ready",
                rows.size(),
                total,
                tenants.calendar(tenant).onOrAfter(today),
                at,
                null);
    }

    /** What the selection holds, each in a state that allows the act; never empty. */
    private static Uni<List<AttemptRow>> selected(
            SqlConnection connection, TenantId tenant, PayoutSelection selection, PayoutState needed) {
        return switch (selection) {
            case PayoutSelection.These these ->
                PayoutStore.newestOf(connection, tenant, these.payouts()).invoke(rows -> {
                    if (rows.size() != these.payouts().size()) {
                        throw new Refusal(CommonProblem.NOT_FOUND, "there is no such payout");
                    }
                    rows.forEach(Releasing::requirePayable);
                });
            case PayoutSelection.OfRun of ->
                PayoutStore.ofRun(connection, tenant, of.run(), needed)
                        .map(rows -> rows.stream().filter(AttemptRow::mayBePaid).toList())
                        .call(rows -> rows.isEmpty() ? nothing(connection, tenant, of, needed) : none());
        };
    }

    private static Uni<Void> nothing(
            SqlConnection connection, TenantId tenant, PayoutSelection.OfRun of, PayoutState needed) {
        if (needed == PayoutState.DRAFTED) {
            throw nothingSelected();
        }
        return PayoutStore.ofRun(connection, tenant, of.run(), PayoutState.DRAFTED)
                .invoke(drafted -> {
                    throw drafted.isEmpty()
                            ? nothingSelected()
                            : new Refusal(
                                    SettlementProblem.NOT_SIGNED,
                                    "the payouts of this run need a first signature before their release");
                })
                .replaceWithVoid();
    }

    private static Refusal nothingSelected() {
        return new Refusal(SettlementProblem.NOTHING_SELECTED, "no payout of this run waits for that");
    }

    private static Uni<Void> none() {
        return Uni.createFrom().voidItem();
    }

    private static void requirePayable(AttemptRow row) {
        if (!row.mayBePaid()) {
            throw new Refusal(
                    SettlementProblem.PAYOUT_HELD, "this merchant may not be paid now; its payout is on hold");
        }
    }

    private static void requireSignedAccounts(List<AttemptRow> rows) {
        long changed = rows.stream()
                .filter(row -> !row.creditor().equals(row.present()))
                .count();
        if (changed > 0) {
            throw new Refusal(
                    SettlementProblem.ACCOUNT_CHANGED,
                    "the bank account of " + changed + (changed == 1 ? " payout" : " payouts")
                            + " changed after the first signature, which is void now: a first person has to sign again");
        }
    }

    /** The next state; refuses what the life of a payout does not allow. */
    private static Payout decided(AttemptRow row, PayoutCommand command) {
        return switch (PayoutLife.decide(row.toDomain(), command)) {
            case PayoutDecision.Become become -> become.next();
            case PayoutDecision.Refuse refuse -> throw new Refusal(refuse.problem(), refuse.detail());
            case PayoutDecision.Unchanged ignored -> throw new IllegalStateException("a signature changes something");
            case PayoutDecision.NewAttempt ignored -> throw new IllegalStateException("a signature makes no attempt");
        };
    }

    private Signature signature(Caller caller) {
        return new Signature(caller.subject(), caller.username(), clock.now(caller.tenant()));
    }

    private static List<AttemptRow> rowsOf(List<Step> steps) {
        return steps.stream()
                .map(Step::after)
                .sorted(Comparator.comparing(AttemptRow::id))
                .toList();
    }
}
