package io.tillgate.payments.usecase;

import io.tillgate.payments.TakePayment;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.store.ArmedPayment;
import io.tillgate.payments.store.ArmedPayment.HostMark;
import io.tillgate.payments.store.PaymentStatements;
import io.tillgate.payments.store.PaymentStatements.KsnRow;
import io.tillgate.payments.store.PaymentStatements.RequestRow;
import io.tillgate.payments.usecase.Prepared.Ready;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.risk.RecordedDecision;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskDecision;
import io.tillgate.risk.RiskStatements;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The first commit of a payment, as rows: the request, what must not be spent twice, the armed payment with its owner,
 * deadline and duty, what risk decided, and the caller's own.
 */
@ApplicationScoped
class Arming {
    private final CardHostPort hosts;
    private final Risk risk;
    private final Node node;
    private final PaymentsConfig config;
    private final BusinessClock clock;

    Arming(CardHostPort hosts, Risk risk, Node node, PaymentsConfig config, BusinessClock clock) {
        this.hosts = hosts;
        this.risk = risk;
        this.node = node;
        this.config = config;
        this.clock = clock;
    }

    /** The payment as it will be once the first commit is durable. */
    ArmedPayment armed(Attempt attempt) {
        Ready ready = attempt.ready();
        TakePayment command = attempt.command();
        Optional<CardHostPort.Terms> terms = ready.ask() == null
                ? Optional.empty()
                : hosts.terms(command.till().tenant());
        Duration hostTime = terms.map(CardHostPort.Terms::answerWithin).orElse(Duration.ZERO);
        return new ArmedPayment(
                ready.id(),
                ready.businessDate(),
                clock.now(command.till().tenant()),
                command,
                ready.kind(),
                ready.tender(),
                ready.amount(),
                ready.original() == null
                        ? null
                        : new ArmedPayment.OriginalRow(
                                ready.original().claim().original(),
                                ready.original().claim().businessDate()),
                ready.card() == null ? null : ready.card().stored(),
                new HostMark(
                        terms.map(CardHostPort.Terms::host).orElse(""),
                        attempt.mark().trace(),
                        attempt.mark().transmittedAt()),
                ready.ask() == null ? Duty.NOTHING : ready.duty(),
                node.owner(),
                hostTime.plus(config.deadlineMargin()).toMillis());
    }

    /** A unit with these rows, open for what is decided at once. */
    CommitUnit.Builder unit(Attempt attempt, ArmedPayment armed) {
        TakePayment command = attempt.command();
        CommitUnit.Builder unit = CommitUnit.of(command.key().tenant());
        unit.add(
                PaymentStatements.REQUEST,
                new RequestRow(
                        command.key(),
                        command.till().merchant(),
                        command.bodyHash(),
                        armed.businessDate(),
                        armed.id(),
                        null));
        Prepared.CardToAsk card = attempt.ready().card();
        if (card != null) {
            addSpent(unit, command, card.spent());
        }
        Prepared.OriginalTaken original = attempt.ready().original();
        if (original != null) {
            unit.add(PaymentStatements.CLAIM, original.claim());
        }
        unit.add(PaymentStatements.ARM, armed);
        addRisk(unit, attempt, armed);
        return unit.addAll(attempt.first());
    }

    /** What must not come again although the request is refused: nobody asks about one PIN block twice. */
    static CommitUnit spent(TakePayment command, List<Ksn> serialNumbers) {
        CommitUnit.Builder unit = CommitUnit.of(command.key().tenant());
        addSpent(unit, command, serialNumbers);
        return unit.build();
    }

    private static void addSpent(CommitUnit.Builder unit, TakePayment command, List<Ksn> serialNumbers) {
        for (Ksn ksn : serialNumbers) {
            byte[] number = HexFormat.of().parseHex(ksn.hex());
            unit.add(
                    PaymentStatements.KSN,
                    new KsnRow(command.key().tenant(), number, command.key().requestId()));
        }
    }

    private void addRisk(CommitUnit.Builder unit, Attempt attempt, ArmedPayment armed) {
        RiskDecision decision = attempt.ready().risk();
        if (decision != null) {
            var tenant = attempt.command().key().tenant();
            unit.add(RiskStatements.DECISION, new RecordedDecision(tenant, armed.id(), armed.businessDate(), decision));
            unit.add(RiskStatements.COUNT, risk.attempt(tenant, decision));
        }
    }
}
