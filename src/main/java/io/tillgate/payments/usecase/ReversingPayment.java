package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.payments.Original;
import io.tillgate.payments.PaymentAnswers;
import io.tillgate.payments.PaymentCompanion;
import io.tillgate.payments.PaymentProblem;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.ReversePayment;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.domain.Decision;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.domain.PaymentCommand;
import io.tillgate.payments.domain.PaymentLife;
import io.tillgate.payments.store.PaymentStatements;
import io.tillgate.payments.store.PaymentStatements.PaymentRow;
import io.tillgate.payments.store.PaymentStatements.RequestRow;
import io.tillgate.payments.store.PaymentStore;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.platform.persistence.CommitOutcome;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The terminal's own reversal: chip refused, not printed, cancelled. Saying it twice is saying it once; saying it before
 * the payment arrives makes the late payment be declined.
 */
@ApplicationScoped
public class ReversingPayment {
    private static final int ROUNDS_MAX = 5;

    private final PaymentStore store;
    private final PaymentCompanion companion;
    private final GroupCommit commits;
    private final AwaitedAnswers awaited;
    private final Outbox outbox;
    private final Tenants tenants;
    private final Clock clock;

    ReversingPayment(
            PaymentStore store,
            PaymentCompanion companion,
            GroupCommit commits,
            AwaitedAnswers awaited,
            Outbox outbox,
            Tenants tenants,
            Clock clock) {
        this.store = store;
        this.companion = companion;
        this.commits = commits;
        this.awaited = awaited;
        this.outbox = outbox;
        this.tenants = tenants;
        this.clock = clock;
    }

    public Uni<TakeAnswer> reverse(ReversePayment command) {
        return round(command, ROUNDS_MAX);
    }

    private Uni<TakeAnswer> round(ReversePayment command, int roundsLeft) {
        if (roundsLeft == 0) {
            return refused(PaymentProblem.ORIGINAL_STATE, "this payment changes too fast: repeat the reversal");
        }
        return store.original(command.key(), command.original())
                .chain(found ->
                        found.isPresent() ? reverse(command, found.get(), roundsLeft) : unknown(command, roundsLeft));
    }

    private Uni<TakeAnswer> reverse(ReversePayment command, StoredPayment payment, int roundsLeft) {
        if (!payment.view().place().merchant().equals(command.till().merchant())) {
            return refused(PaymentProblem.ORIGINAL_NOT_FOUND, "there is no such payment here");
        }
        if (payment.view().state().equals("armed")) {
            return awaited.answerOf(payment.key()).chain(() -> round(command, roundsLeft - 1));
        }
        Decision decision = PaymentLife.decide(
                Preparing.state(payment),
                new PaymentCommand.Reverse(),
                payment.view().businessDate());
        return switch (decision) {
            case Decision.Unchanged ignored -> accepted(payment.view().id());
            case Decision.Refuse refuse -> refused(refuse.problem(), refuse.detail());
            case Decision.Become ignored -> commit(command, payment, roundsLeft);
        };
    }

    private Uni<TakeAnswer> commit(ReversePayment command, StoredPayment payment, int roundsLeft) {
        PaymentView view = payment.view();
        return companion
                .reversed(view)
                .map(parts -> unit(command, view, parts))
                .chain(commits::commit)
                .chain(outcome -> switch (outcome) {
                    case CommitOutcome.Committed ignored -> accepted(view.id());
                    case CommitOutcome.Refused ignored -> round(command, roundsLeft - 1);
                });
    }

    private CommitUnit unit(ReversePayment command, PaymentView view, List<CommitUnit.Part<?>> parts) {
        CommitUnit.Builder unit = CommitUnit.of(view.place().tenant())
                .add(PaymentStatements.REVERSE, new PaymentRow(view.place().tenant(), view.businessDate(), view.id()));
        entries(view).forEach(entry -> unit.add(Ledger.ENTRIES, entry));
        if (view.tender().equals("card")) {
            unit.add(PaymentStatements.DUTY, Concluding.duty(view, Duty.REVERSE, command.reasonCode()));
        }
        unit.add(Outbox.STATEMENT, PaymentEvents.reversed(outbox, view));
        return unit.addAll(parts).build();
    }

    private static List<JournalEntry> entries(PaymentView view) {
        Booking booking = new Booking(
                view.place().tenant(),
                view.businessDate(),
                JournalSource.payment(view.id().value()));
        Money amount = new Money(view.progress().approved(), view.amount().currency());
        Money fee = new Money(view.progress().fee(), view.amount().currency());
        if (!amount.isPositive()) {
            return List.of();
        }
        if (view.tender().equals("cash")) {
            return List.of(PostingRules.cashRefund(booking, amount));
        }
        List<JournalEntry> entries = new ArrayList<>(2);
        entries.add(PostingRules.voided(booking, view.place().account(), amount));
        PostingRules.voidedFee(booking, view.place().account(), fee).ifPresent(entries::add);
        return entries;
    }

    /** Leaves a tombstone under the id of the payment that has not come yet. */
    private Uni<TakeAnswer> unknown(ReversePayment command, int roundsLeft) {
        return switch (command.original()) {
            case Original.ByPayment ignored ->
                refused(PaymentProblem.ORIGINAL_NOT_FOUND, "there is no such payment here");
            case Original.ByRequest byRequest ->
                tombstone(
                        command,
                        new RequestKey(command.key().tenant(), command.key().channel(), byRequest.requestId()),
                        roundsLeft);
        };
    }

    private Uni<TakeAnswer> tombstone(ReversePayment command, RequestKey late, int roundsLeft) {
        PaymentId none = new PaymentId(late.requestId());
        RequestRow row = new RequestRow(
                late,
                command.till().merchant(),
                new byte[0],
                tenants.businessDate(late.tenant(), clock.instant()),
                none,
                PaymentAnswers.alreadyReversed());
        return commits.commit(CommitUnit.of(late.tenant())
                        .add(PaymentStatements.REQUEST, row)
                        .build())
                .chain(outcome -> switch (outcome) {
                    case CommitOutcome.Committed ignored -> accepted(none);
                    case CommitOutcome.Refused ignored -> afterRace(command, late, roundsLeft);
                });
    }

    /** The payment, or another reversal of it, was written meanwhile. */
    private Uni<TakeAnswer> afterRace(ReversePayment command, RequestKey late, int roundsLeft) {
        return store.request(late)
                .chain(known -> known.isPresent() && known.get().bodyHash().length == 0
                        ? accepted(known.get().payment())
                        : round(command, roundsLeft - 1));
    }

    private static Uni<TakeAnswer> accepted(PaymentId payment) {
        return Uni.createFrom().item(new TakeAnswer.Final(PaymentAnswers.reversed(payment)));
    }

    private static Uni<TakeAnswer> refused(PaymentProblem problem, String detail) {
        return Uni.createFrom().item(new TakeAnswer.Refused(problem, detail));
    }
}
