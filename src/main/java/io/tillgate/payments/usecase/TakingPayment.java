package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentProblem;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.TakePayment;
import io.tillgate.payments.domain.Decision;
import io.tillgate.payments.domain.Payment;
import io.tillgate.payments.domain.PaymentCommand;
import io.tillgate.payments.domain.PaymentLife;
import io.tillgate.payments.store.ArmedPayment;
import io.tillgate.payments.store.PaymentStatements;
import io.tillgate.payments.store.PaymentStore;
import io.tillgate.payments.store.PaymentStore.KnownRequest;
import io.tillgate.payments.usecase.CardHostPort.Question;
import io.tillgate.payments.usecase.CardHostPort.Reply;
import io.tillgate.payments.usecase.Concluding.Concluded;
import io.tillgate.payments.usecase.Concluding.Conclusion;
import io.tillgate.payments.usecase.Prepared.Ready;
import io.tillgate.platform.persistence.CommitOutcome;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskDecision;
import io.tillgate.risk.RiskStatements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One request, one final answer. Two commits around one question to the card host: after the first the payment is
 * durable and somebody's duty; the second decides, and only while the payment is still armed and ours. What needs no
 * host, and what risk refuses, is armed and decided in one commit.
 */
@ApplicationScoped
public class TakingPayment {
    private static final String REQUEST_TAKEN = PaymentStatements.REQUEST.name();

    private final PaymentStore store;
    private final Preparing preparing;
    private final Arming arming;
    private final Concluding concluding;
    private final CardHostPort hosts;
    private final GroupCommit commits;
    private final Risk risk;
    private final TraceNumbers traces;
    private final AwaitedAnswers awaited;
    private final LostRaces lostRaces;
    private final Clock clock;

    TakingPayment(
            PaymentStore store,
            Preparing preparing,
            Arming arming,
            Concluding concluding,
            CardHostPort hosts,
            GroupCommit commits,
            Risk risk,
            TraceNumbers traces,
            AwaitedAnswers awaited,
            LostRaces lostRaces,
            Clock clock) {
        this.store = store;
        this.preparing = preparing;
        this.arming = arming;
        this.concluding = concluding;
        this.hosts = hosts;
        this.commits = commits;
        this.risk = risk;
        this.traces = traces;
        this.awaited = awaited;
        this.lostRaces = lostRaces;
        this.clock = clock;
    }

    /**
     * @param first the caller's own rows for the first commit
     * @param committed told once the first commit is durable, or the request turns out to be known
     */
    public Uni<TakeAnswer> take(TakePayment command, List<CommitUnit.Part<?>> first, Runnable committed) {
        return store.request(command.key())
                .chain(known -> known.isPresent()
                        ? known(command, known.get(), committed)
                        : awaited.once(command.key(), command.bodyHash(), () -> takeNew(command, first, committed)));
    }

    private Uni<TakeAnswer> known(TakePayment command, KnownRequest known, Runnable committed) {
        boolean tombstone = known.bodyHash().length == 0;
        if (!tombstone && !Arrays.equals(known.bodyHash(), command.bodyHash())) {
            return refused(
                    PaymentProblem.ID_REUSED, "this id came before with another body; a new request needs a new id");
        }
        committed.run();
        return known.answer() != null
                ? Uni.createFrom().item(new TakeAnswer.Final(known.answer()))
                : awaited.answerOf(command.key());
    }

    private Uni<TakeAnswer> takeNew(TakePayment command, List<CommitUnit.Part<?>> first, Runnable committed) {
        if (clock.instant().isAfter(command.expiresAt())) {
            return refused(PaymentProblem.EXPIRED, "this request's time is over; nothing was charged");
        }
        return preparing.prepare(command).chain(prepared -> switch (prepared) {
            case Prepared.Refused refused -> unprepared(command, refused);
            case Ready ready -> traces.next().chain(mark -> arm(new Attempt(command, ready, mark, first, committed)));
        });
    }

    private Uni<TakeAnswer> unprepared(TakePayment command, Prepared.Refused refused) {
        if (refused.spent().isEmpty()) {
            return Uni.createFrom().item(refused.why());
        }
        return commits.commit(Arming.spent(command, refused.spent())).chain(outcome -> switch (outcome) {
            case CommitOutcome.Committed ignored -> Uni.createFrom().item(refused.why());
            case CommitOutcome.Refused ignored -> serialNumberReused();
        });
    }

    private Uni<TakeAnswer> arm(Attempt attempt) {
        ArmedPayment armed = arming.armed(attempt);
        CommitUnit.Builder unit = arming.unit(attempt, armed);
        Optional<Decision.Become> atOnce = withoutHost(attempt, armed);
        if (atOnce.isEmpty()) {
            return commits.commit(unit.build()).chain(outcome -> armed(attempt, armed, outcome));
        }
        return concluding
                .conclude(concluded(attempt, armed), atOnce.get())
                .chain(conclusion -> commits.commit(
                                unit.addAll(conclusion.parts()).build())
                        .chain(outcome -> outcome instanceof CommitOutcome.Refused refused
                                ? firstRefused(attempt, refused)
                                : answered(attempt, conclusion)));
    }

    private Uni<TakeAnswer> armed(Attempt attempt, ArmedPayment armed, CommitOutcome outcome) {
        return switch (outcome) {
            case CommitOutcome.Refused refused -> firstRefused(attempt, refused);
            case CommitOutcome.Committed ignored -> {
                attempt.committed().run();
                yield ask(attempt).chain(reply -> decide(attempt, armed, reply));
            }
        };
    }

    private static Uni<TakeAnswer> answered(Attempt attempt, Conclusion conclusion) {
        attempt.committed().run();
        return Uni.createFrom().item(new TakeAnswer.Final(conclusion.answer()));
    }

    private Uni<TakeAnswer> firstRefused(Attempt attempt, CommitOutcome.Refused refused) {
        TakePayment command = attempt.command();
        if (refused.statement().equals(REQUEST_TAKEN)) {
            return store.request(command.key())
                    .chain(known -> known(command, known.orElseThrow(), attempt.committed()));
        }
        if (refused.statement().equals(PaymentStatements.KSN.name())) {
            return serialNumberReused();
        }
        if (refused.statement().equals(PaymentStatements.CLAIM.name())) {
            return refused(PaymentProblem.REFUND_EXCEEDS, "less than that is left of the original payment");
        }
        return Uni.createFrom().item(new TakeAnswer.CompanionRefused(refused.statement()));
    }

    private Uni<Reply> ask(Attempt attempt) {
        return hosts.ask(attempt.command().till().tenant(), question(attempt))
                .onFailure()
                .recoverWithItem(
                        fault -> new Reply.Nothing("fault: " + fault.getClass().getSimpleName()));
    }

    private Uni<TakeAnswer> decide(Attempt attempt, ArmedPayment armed, Reply reply) {
        Decision decision = PaymentLife.decide(
                new Payment.Armed(armed.kind(), armed.amount(), armed.duty()),
                Replies.command(reply),
                armed.businessDate());
        if (!(decision instanceof Decision.Become become)) {
            throw new IllegalStateException("an armed payment takes every reply");
        }
        return concluding
                .conclude(concluded(attempt, armed), become)
                .chain(conclusion -> commits.commit(second(attempt, conclusion, reply))
                        .chain(outcome -> switch (outcome) {
                            case CommitOutcome.Committed ignored ->
                                Uni.createFrom().item(new TakeAnswer.Final(conclusion.answer()));
                            case CommitOutcome.Refused lost ->
                                lost(attempt, lost).call(() -> lostRaces.keep(armed, reply));
                        }));
    }

    /** Somebody else decided: what they wrote is the answer. */
    private Uni<TakeAnswer> lost(Attempt attempt, CommitOutcome.Refused lost) {
        if (!Set.of(PaymentStatements.DECIDE.name(), PaymentStatements.ANSWER.name())
                .contains(lost.statement())) {
            throw new IllegalStateException("a second commit was refused by " + lost.statement());
        }
        return awaited.answerOf(attempt.command().key());
    }

    private CommitUnit second(Attempt attempt, Conclusion conclusion, Reply reply) {
        CommitUnit.Builder unit =
                CommitUnit.of(attempt.command().key().tenant()).addAll(conclusion.parts());
        RiskDecision decision = attempt.ready().risk();
        if (decision != null && reply instanceof Reply.Declined) {
            unit.add(
                    RiskStatements.COUNT,
                    risk.decline(
                            attempt.command().key().tenant(),
                            decision.evidence().facts()));
        }
        return unit.build();
    }

    /** Cash, and what risk refuses, is decided without a host. */
    private static Optional<Decision.Become> withoutHost(Attempt attempt, ArmedPayment armed) {
        Payment.Armed state = new Payment.Armed(armed.kind(), armed.amount(), armed.duty());
        if (attempt.ready().refusedByRisk()) {
            return become(state, Replies.refusedByRisk(), armed);
        }
        return attempt.ready().ask() == null ? become(state, Replies.cash(armed.amount()), armed) : Optional.empty();
    }

    private static Optional<Decision.Become> become(Payment state, PaymentCommand command, ArmedPayment armed) {
        return Optional.of((Decision.Become) PaymentLife.decide(state, command, armed.businessDate()));
    }

    private static Question question(Attempt attempt) {
        Ready ready = attempt.ready();
        var till = attempt.command().till();
        return new Question(
                Objects.requireNonNull(ready.ask()),
                new CardHostPort.Station(
                        till.terminalNumber(),
                        till.merchantNumber(),
                        till.trading().mcc(),
                        till.zone()),
                attempt.mark(),
                ready.amount(),
                ready.card() == null ? null : ready.card().presented(),
                ready.original() == null
                        ? null
                        : Replies.original(ready.original().payment(), "refund", 1));
    }

    private Concluded concluded(Attempt attempt, ArmedPayment armed) {
        Ready ready = attempt.ready();
        return new Concluded(
                Views.armed(armed),
                attempt.command().key(),
                armed.owner(),
                Optional.ofNullable(ready.original())
                        .map(original -> original.payment().view()),
                Optional.of(attempt.command().till().trading().feePlan()),
                attempt.command().till().trading().mcc());
    }

    private static Uni<TakeAnswer> serialNumberReused() {
        return refused(PaymentProblem.KSN_REUSED, "this key serial number enciphered another message already");
    }

    private static Uni<TakeAnswer> refused(PaymentProblem problem, String detail) {
        return Uni.createFrom().item(new TakeAnswer.Refused(problem, detail));
    }
}
