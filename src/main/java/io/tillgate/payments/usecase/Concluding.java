package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentCompanion;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.domain.Decision;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.domain.Payment;
import io.tillgate.payments.store.ArmedPayment.Owner;
import io.tillgate.payments.store.DecidedPayment;
import io.tillgate.payments.store.PaymentStatements;
import io.tillgate.payments.store.PaymentStatements.AnswerRow;
import io.tillgate.payments.store.PaymentStatements.ClaimEnd;
import io.tillgate.payments.store.PaymentStatements.ClaimRow;
import io.tillgate.payments.store.PaymentStatements.DutyRow;
import io.tillgate.payments.store.PaymentStatements.PaymentRow;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second commit of a payment, as rows: its outcome, the ledger, what happens to an original, what the host is owed,
 * the companion's rows and the final answer. The same rows whoever concludes: the owner, or recovery after a crash.
 */
@ApplicationScoped
class Concluding {
    private final PaymentCompanion companion;
    private final Fees fees;
    private final Outbox outbox;

    Concluding(PaymentCompanion companion, Fees fees, Outbox outbox) {
        this.companion = companion;
        this.fees = fees;
        this.outbox = outbox;
    }

    /** Rows and final answer. */
    record Conclusion(List<CommitUnit.Part<?>> parts, JsonObject answer, PaymentView payment) {}

    /**
     * A payment that is to be concluded.
     *
     * @param payment as armed
     * @param original the sale that a refund or void is about, as it was when that was prepared
     * @param feePlan of the account, where the fee has to be computed
     */
    record Concluded(
            PaymentView payment,
            RequestKey key,
            Owner owner,
            Optional<PaymentView> original,
            Optional<String> feePlan,
            String mcc) {}

    Uni<Conclusion> conclude(Concluded concluded, Decision.Become decision) {
        Outcome outcome = Objects.requireNonNull(decision.outcome());
        long fee = outcome instanceof Outcome.Approved approved ? fees.of(concluded, approved.amount()) : 0;
        PaymentView after = after(concluded.payment(), decision, outcome, fee);
        List<CommitUnit.Part<?>> parts = new ArrayList<>();
        PaymentView payment = concluded.payment();
        parts.add(part(
                PaymentStatements.DECIDE,
                new DecidedPayment(
                        payment.place().tenant(),
                        payment.id(),
                        payment.businessDate(),
                        concluded.owner(),
                        outcome,
                        fee)));
        concluded.original().ifPresent(original -> parts.add(endOfClaim(payment, original, outcome)));
        if (outcome instanceof Outcome.Approved approved) {
            entries(concluded, approved.amount(), fee).forEach(entry -> parts.add(part(Ledger.ENTRIES, entry)));
        }
        if (decision.owed() != Duty.NOTHING) {
            parts.add(part(PaymentStatements.DUTY, duty(payment, decision.owed(), reason(outcome))));
        }
        parts.add(part(Outbox.STATEMENT, PaymentEvents.decided(outbox, after)));
        return companion.complete(after, outcome).map(completion -> {
            parts.addAll(completion.parts());
            parts.add(part(PaymentStatements.ANSWER, new AnswerRow(concluded.key(), completion.answer())));
            return new Conclusion(parts, completion.answer(), after);
        });
    }

    static DutyRow duty(PaymentView payment, Duty owed, String reason) {
        return new DutyRow(
                new PaymentRow(payment.place().tenant(), payment.businessDate(), payment.id()),
                payment.place().merchant(),
                owed.code(),
                reason);
    }

    private static CommitUnit.Part<?> endOfClaim(PaymentView payment, PaymentView original, Outcome outcome) {
        boolean done = outcome instanceof Outcome.Approved;
        boolean whole = payment.kind() == PaymentKind.VOID;
        long amount = payment.amount().value();
        ClaimRow claim = new ClaimRow(payment.place().tenant(), original.businessDate(), original.id(), amount, whole);
        return part(
                PaymentStatements.CLAIM_END,
                new ClaimEnd(claim, done && !whole ? amount : 0, done && whole ? payment.id() : null));
    }

    private static List<JournalEntry> entries(Concluded concluded, Money amount, long fee) {
        PaymentView payment = concluded.payment();
        Booking booking = new Booking(
                payment.place().tenant(),
                payment.businessDate(),
                JournalSource.payment(payment.id().value()));
        MerchantAccountId account = payment.place().account();
        boolean cash = payment.tender().equals("cash");
        Money signedFee = new Money(fee, amount.currency());
        return switch (payment.kind()) {
            case SALE ->
                cash
                        ? List.of(PostingRules.cashSale(booking, amount))
                        : with(
                                PostingRules.sale(booking, account, amount),
                                PostingRules.saleFee(booking, account, signedFee));
            case REFUND ->
                cash
                        ? List.of(PostingRules.cashRefund(booking, amount))
                        : with(
                                PostingRules.refund(booking, account, amount),
                                PostingRules.refundFee(booking, account, signedFee));
            case VOID ->
                cash
                        ? List.of(PostingRules.cashRefund(booking, amount))
                        : with(
                                PostingRules.voided(booking, account, amount),
                                PostingRules.voidedFee(booking, account, feeOf(concluded.original(), amount)));
            case TEST -> List.of();
        };
    }

    private static Money feeOf(Optional<PaymentView> original, Money like) {
        return new Money(original.map(sale -> sale.progress().fee()).orElse(0L), like.currency());
    }

    private static List<JournalEntry> with(JournalEntry first, Optional<JournalEntry> second) {
        List<JournalEntry> entries = new ArrayList<>(2);
        entries.add(first);
        second.ifPresent(entries::add);
        return entries;
    }

    private static PaymentView after(PaymentView before, Decision.Become decision, Outcome outcome, long fee) {
        PaymentView.HostSide host = before.host();
        Outcome.@Nullable Approved approval = outcome instanceof Outcome.Approved approved ? approved : null;
        return new PaymentView(
                before.id(),
                before.businessDate(),
                before.place(),
                before.kind(),
                before.tender(),
                stateCode(decision.state()),
                before.amount(),
                new PaymentView.Progress(
                        approval == null ? 0 : approval.amount().value(), 0, 0, fee),
                before.sale(),
                before.requestId(),
                before.original(),
                before.card(),
                host == null ? null : answered(host, outcome),
                approval == null ? reason(outcome) : null,
                before.createdAt());
    }

    private static PaymentView.HostSide answered(PaymentView.HostSide host, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approved a ->
                new PaymentView.HostSide(
                        host.name(), host.trace(), a.responseCode(), a.authCode(), a.rrn(), a.issuerEmv());
            case Outcome.Declined d ->
                new PaymentView.HostSide(host.name(), host.trace(), d.responseCode(), null, d.rrn(), null);
            case Outcome.NotTaken ignored -> host;
        };
    }

    private static String stateCode(Payment state) {
        return switch (state) {
            case Payment.Armed ignored -> "armed";
            case Payment.Approved ignored -> "approved";
            case Payment.Declined ignored -> "declined";
            case Payment.NotTaken ignored -> "not-taken";
            case Payment.Voided ignored -> "voided";
            case Payment.Reversed ignored -> "reversed";
        };
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approved ignored -> "ADVICE";
            case Outcome.Declined declined -> declined.reason();
            case Outcome.NotTaken notTaken -> notTaken.reason();
        };
    }

    static <R> CommitUnit.Part<R> part(io.tillgate.platform.persistence.BatchStatement<R> statement, R row) {
        return new CommitUnit.Part<>(statement, row);
    }
}
