package io.tillgate.payments.domain;

import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentProblem;
import io.tillgate.payments.domain.Payment.Approved;
import io.tillgate.payments.domain.Payment.Armed;
import io.tillgate.payments.domain.Payment.Declined;
import io.tillgate.payments.domain.Payment.NotTaken;
import io.tillgate.payments.domain.Payment.Reversed;
import io.tillgate.payments.domain.Payment.Voided;
import io.tillgate.shared.Money;
import java.time.LocalDate;

/** The transition table of {@link Payment}, as a function. */
public final class PaymentLife {
    /** The reasons that a cashier may see. */
    public static final String NO_HOST_ANSWER = "NO_HOST_ANSWER";

    public static final String HOST_UNREACHABLE = "HOST_UNREACHABLE";

    /** ISO 8583 field 39 for what never reached an issuer: issuer or switch inoperative. */
    private static final String INOPERATIVE = "91";

    private PaymentLife() {}

    public static Decision decide(Payment state, PaymentCommand command, LocalDate businessDate) {
        return switch (state) {
            case Armed armed -> ofArmed(armed, command, businessDate);
            case Approved approved -> ofApproved(approved, command);
            case Declined declined -> ofEnded(declined, command);
            case NotTaken notTaken -> ofEnded(notTaken, command);
            case Voided voided -> ofEnded(voided, command);
            case Reversed reversed -> ofEnded(reversed, command);
        };
    }

    private static Decision ofArmed(Armed armed, PaymentCommand command, LocalDate businessDate) {
        return switch (command) {
            case PaymentCommand.HostApproved host ->
                new Decision.Become(
                        new Approved(armed.kind(), host.approval().amount(), businessDate, 0, 0),
                        host.approval(),
                        Duty.NOTHING);
            case PaymentCommand.HostDeclined host ->
                new Decision.Become(new Declined(armed.kind()), host.refusal(), Duty.NOTHING);
            case PaymentCommand.NeverSent ignored ->
                armed.duty() == Duty.REPEAT ? advice(armed, businessDate) : unreachable(armed);
            case PaymentCommand.NoAnswer ignored ->
                switch (armed.duty()) {
                    case REPEAT -> advice(armed, businessDate);
                    case REVERSE ->
                        new Decision.Become(
                                new NotTaken(armed.kind()), new Outcome.NotTaken(NO_HOST_ANSWER), Duty.REVERSE);
                    case NOTHING ->
                        new Decision.Become(
                                new NotTaken(armed.kind()), new Outcome.NotTaken(NO_HOST_ANSWER), Duty.NOTHING);
                };
            case PaymentCommand.GiveBack ignored -> underWay();
            case PaymentCommand.Cancel ignored -> underWay();
            case PaymentCommand.Reverse ignored -> underWay();
        };
    }

    /** An advice tells what is so: it stands, and is repeated until the host has it. */
    private static Decision advice(Armed armed, LocalDate businessDate) {
        Outcome outcome = new Outcome.Approved(armed.amount(), "00", null, null, null, null);
        return new Decision.Become(
                new Approved(armed.kind(), armed.amount(), businessDate, 0, 0), outcome, Duty.REPEAT);
    }

    private static Decision unreachable(Armed armed) {
        return new Decision.Become(
                new Declined(armed.kind()), new Outcome.Declined(INOPERATIVE, HOST_UNREACHABLE, null), Duty.NOTHING);
    }

    private static Decision ofApproved(Approved approved, PaymentCommand command) {
        return switch (command) {
            case PaymentCommand.GiveBack refund -> giveBack(approved, refund.amount());
            case PaymentCommand.Cancel cancel -> cancel(approved, cancel.today());
            case PaymentCommand.Reverse ignored -> reverse(approved);
            case PaymentCommand.HostApproved ignored -> decidedAlready();
            case PaymentCommand.HostDeclined ignored -> decidedAlready();
            case PaymentCommand.NeverSent ignored -> decidedAlready();
            case PaymentCommand.NoAnswer ignored -> decidedAlready();
        };
    }

    private static Decision giveBack(Approved sale, Money amount) {
        if (sale.kind() != PaymentKind.SALE) {
            return new Decision.Refuse(PaymentProblem.ORIGINAL_STATE, "only a sale can be refunded");
        }
        if (!amount.currency().equals(sale.amount().currency())) {
            return new Decision.Refuse(PaymentProblem.CURRENCY_INVALID, "a refund has the currency of its sale");
        }
        if (!amount.isPositive()) {
            return new Decision.Refuse(PaymentProblem.AMOUNT_INVALID, "a refund must be above zero");
        }
        if (amount.value() > sale.left()) {
            return new Decision.Refuse(
                    PaymentProblem.REFUND_EXCEEDS, "only " + sale.left() + " minor units are left of this sale");
        }
        return new Decision.Become(
                new Approved(
                        sale.kind(),
                        sale.amount(),
                        sale.businessDate(),
                        sale.refunded() + amount.value(),
                        sale.pending()),
                null,
                Duty.NOTHING);
    }

    private static Decision cancel(Approved sale, LocalDate today) {
        if (sale.kind() != PaymentKind.SALE) {
            return new Decision.Refuse(PaymentProblem.ORIGINAL_STATE, "only a sale can be voided");
        }
        if (!sale.businessDate().equals(today)) {
            return new Decision.Refuse(
                    PaymentProblem.ORIGINAL_STATE, "a void is for the same business day; refund this sale instead");
        }
        if (sale.left() != sale.amount().value()) {
            return new Decision.Refuse(
                    PaymentProblem.ORIGINAL_STATE, "part of this sale was refunded; refund the rest instead");
        }
        return new Decision.Become(new Voided(sale.kind()), null, Duty.NOTHING);
    }

    private static Decision reverse(Approved approved) {
        if (approved.kind() != PaymentKind.SALE) {
            return new Decision.Refuse(
                    PaymentProblem.NOT_REVERSIBLE, "only a sale can be reversed; a refund or void stands");
        }
        if (approved.left() != approved.amount().value()) {
            return new Decision.Refuse(
                    PaymentProblem.ORIGINAL_STATE, "part of this payment was given back; it cannot be reversed");
        }
        return new Decision.Become(new Reversed(approved.kind()), null, Duty.REVERSE);
    }

    private static Decision ofEnded(Payment ended, PaymentCommand command) {
        return switch (command) {
            case PaymentCommand.Reverse ignored -> new Decision.Unchanged(ended);
            case PaymentCommand.GiveBack ignored -> notApproved();
            case PaymentCommand.Cancel ignored -> notApproved();
            case PaymentCommand.HostApproved ignored -> decidedAlready();
            case PaymentCommand.HostDeclined ignored -> decidedAlready();
            case PaymentCommand.NeverSent ignored -> decidedAlready();
            case PaymentCommand.NoAnswer ignored -> decidedAlready();
        };
    }

    private static Decision underWay() {
        return new Decision.Refuse(
                PaymentProblem.ORIGINAL_STATE, "this payment is still under way; repeat this in some seconds");
    }

    private static Decision decidedAlready() {
        return new Decision.Refuse(PaymentProblem.ORIGINAL_STATE, "this payment has its final answer already");
    }

    private static Decision notApproved() {
        return new Decision.Refuse(PaymentProblem.ORIGINAL_STATE, "this payment was not approved, or was undone");
    }
}
