package io.tillgate.payments.usecase;

import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.domain.PaymentCommand;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.payments.usecase.CardHostPort.Mark;
import io.tillgate.payments.usecase.CardHostPort.OriginalMessage;
import io.tillgate.payments.usecase.CardHostPort.Purpose;
import io.tillgate.payments.usecase.CardHostPort.Reply;
import io.tillgate.shared.Money;

/** Between the host's words and the domain's. */
final class Replies {
    /** What a cashier sees of every refusal, of issuer or risk: not which rule. */
    static final String DECLINED = "DECLINED";

    /** The customer may try again with another PIN, under a new request. */
    static final String PIN_WRONG = "PIN_WRONG";

    /** The issuer takes no further PIN of this card. */
    static final String PIN_TRIES_EXCEEDED = "PIN_TRIES_EXCEEDED";

    /** ISO 8583 field 39, do not honour: what a risk refusal looks like outside. */
    private static final String DO_NOT_HONOUR = "05";

    private Replies() {}

    static PaymentCommand command(Reply reply) {
        return switch (reply) {
            case Reply.Approved a ->
                new PaymentCommand.HostApproved(new Outcome.Approved(
                        a.amount(), a.responseCode(), a.authCode(), a.rrn(), a.issuerEmv(), a.settlementDate()));
            case Reply.Declined d ->
                new PaymentCommand.HostDeclined(
                        new Outcome.Declined(d.responseCode(), reason(d.responseCode()), d.rrn()));
            case Reply.NotSent ignored -> new PaymentCommand.NeverSent();
            case Reply.Nothing ignored -> new PaymentCommand.NoAnswer();
        };
    }

    /** By field 39 of 1987 (two digits) and 1993 (three): what the till has to know to go on. */
    private static String reason(String responseCode) {
        return switch (responseCode) {
            case "55", "117" -> PIN_WRONG;
            case "38", "75", "106", "206" -> PIN_TRIES_EXCEEDED;
            default -> DECLINED;
        };
    }

    static PaymentCommand refusedByRisk() {
        return new PaymentCommand.HostDeclined(new Outcome.Declined(DO_NOT_HONOUR, DECLINED, null));
    }

    static PaymentCommand cash(Money amount) {
        return new PaymentCommand.HostApproved(new Outcome.Approved(amount, "00", null, null, null, null));
    }

    static OriginalMessage original(StoredPayment payment, String reason, int attempt) {
        PaymentView.HostSide host = payment.view().host();
        return new OriginalMessage(
                purpose(payment.view().kind()),
                new Mark(payment.mark().trace(), payment.mark().transmittedAt()),
                host == null ? null : host.rrn(),
                host == null ? null : host.authCode(),
                reason,
                attempt);
    }

    static Purpose purpose(PaymentKind kind) {
        return switch (kind) {
            case SALE -> Purpose.SALE;
            case REFUND -> Purpose.REFUND;
            case VOID -> Purpose.VOID;
            case TEST -> Purpose.ECHO;
        };
    }
}
