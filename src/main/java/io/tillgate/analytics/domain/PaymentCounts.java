package io.tillgate.analytics.domain;

import io.tillgate.payments.PaymentFact;
import io.tillgate.payments.PaymentView;
import java.util.Optional;

/**
 * What a payment counts for as it stands. Follows from its record alone, so that folding it twice, late or out of order
 * gives the same.
 *
 * <pre>
 * kind    state              counts as
 * sale    approved           payment, gross, fee; by card also tried and approved
 * sale    voided, reversed   undone; by card also tried and approved, since the card was taken
 * sale    declined, not taken  declined; by card also tried
 * refund  approved           refund, refunded, fee
 * other                      nothing: a void counts at what it undid, as in the book, which books both on one day
 * </pre>
 *
 * @param fees charged is positive, given back negative
 * @param tried by card only
 * @param decline why not; empty unless declined
 */
public record PaymentCounts(Sold sold, Back back, Undone undone, long fees, Asked asked, Decline decline) {
    private static final PaymentCounts NOTHING =
            new PaymentCounts(new Sold(0, 0), new Back(0, 0), new Undone(0, 0), 0, new Asked(0, 0), Decline.NONE);

    public record Sold(long payments, long gross) {}

    public record Back(long refunds, long refunded) {}

    public record Undone(long undone, long amount) {}

    public record Asked(long tried, long approved) {}

    /**
     * @param cause {@code risk}, {@code issuer} or {@code no-answer}; empty when nothing was declined
     * @param responseCode ISO 8583 field 39 where a host said it, else empty
     */
    public record Decline(long declined, long amount, String cause, String responseCode) {
        static final Decline NONE = new Decline(0, 0, "", "");
    }

    public static Optional<PaymentCounts> of(PaymentFact fact) {
        PaymentCounts counts = switch (fact.payment().kind()) {
            case SALE -> ofSale(fact);
            case REFUND -> ofRefund(fact.payment());
            case VOID, TEST -> NOTHING;
        };
        return counts.equals(NOTHING) ? Optional.empty() : Optional.of(counts);
    }

    private static PaymentCounts ofSale(PaymentFact fact) {
        PaymentView payment = fact.payment();
        long byCard = payment.tender().equals("card") ? 1 : 0;
        long approved = payment.progress().approved();
        return switch (payment.state()) {
            case "approved" ->
                new PaymentCounts(
                        new Sold(1, approved),
                        NOTHING.back,
                        NOTHING.undone,
                        payment.progress().fee(),
                        new Asked(byCard, byCard),
                        Decline.NONE);
            case "voided", "reversed" ->
                new PaymentCounts(
                        NOTHING.sold,
                        NOTHING.back,
                        new Undone(1, approved),
                        0,
                        new Asked(byCard, byCard),
                        Decline.NONE);
            case "declined", "not-taken" ->
                new PaymentCounts(NOTHING.sold, NOTHING.back, NOTHING.undone, 0, new Asked(byCard, 0), declined(fact));
            default -> NOTHING;
        };
    }

    private static PaymentCounts ofRefund(PaymentView payment) {
        return payment.state().equals("approved")
                ? new PaymentCounts(
                        NOTHING.sold,
                        new Back(1, payment.progress().approved()),
                        NOTHING.undone,
                        payment.progress().fee(),
                        NOTHING.asked,
                        Decline.NONE)
                : NOTHING;
    }

    private static Decline declined(PaymentFact fact) {
        PaymentView payment = fact.payment();
        long amount = payment.amount().value();
        String reason = payment.reason() == null ? "" : payment.reason();
        if (payment.state().equals("not-taken") || reason.equals("HOST_UNREACHABLE")) {
            return new Decline(1, amount, "no-answer", "");
        }
        if (!fact.hostAsked()) {
            return new Decline(1, amount, "risk", "");
        }
        PaymentView.HostSide host = payment.host();
        String code = host == null || host.responseCode() == null ? "" : host.responseCode();
        return new Decline(1, amount, "issuer", code);
    }
}
