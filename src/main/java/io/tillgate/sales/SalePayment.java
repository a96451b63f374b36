package io.tillgate.sales;

import io.tillgate.payments.PaymentKind;
import io.tillgate.shared.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment, refund or void of a sale, as its receipt shows it. Amounts in minor units.
 *
 * @param payment null until the payment is decided
 * @param state pending, approved, declined, not-taken, voided or reversed
 * @param original what a refund or void is about
 * @param returns what goes back to stock with it
 */
public record SalePayment(
        UUID requestId,
        @Nullable PaymentId payment,
        PaymentKind kind,
        String tender,
        String state,
        Amounts amounts,
        @Nullable CardShown card,
        Answered answered,
        @Nullable PaymentId original,
        List<Return> returns,
        Instant at) {
    public SalePayment {
        returns = List.copyOf(returns);
    }

    /** The same, ended. */
    public SalePayment ended(PaymentId id, String newState, long approved, Answered how) {
        return new SalePayment(
                requestId,
                id,
                kind,
                tender,
                newState,
                new Amounts(amounts.asked(), amounts.tip(), approved, amounts.tendered()),
                card,
                how,
                original,
                returns,
                at);
    }

    /** What an approval pays of the basket: the tip is not goods. */
    public long goods() {
        return Math.max(0, amounts.approved() - amounts.tip());
    }

    /** What an approval pays beyond the basket. */
    public long tips() {
        return amounts.approved() - goods();
    }

    /**
     * @param tip within {@code asked}
     * @param approved 0 unless approved; a host may approve less than was asked
     * @param tendered cash handed over, for the change; null where not told
     */
    public record Amounts(
            long asked, long tip, long approved, @Nullable Long tendered) {}

    /**
     * @param masked first six and last four digits
     * @param aid EMV application identifier, hex
     * @param label EMV application label
     */
    public record CardShown(
            @Nullable String masked,
            @Nullable String scheme,
            @Nullable String entry,
            @Nullable String aid,
            @Nullable String label) {}

    /** What host or rule said. */
    public record Answered(
            @Nullable String responseCode,
            @Nullable String authCode,
            @Nullable String rrn,
            @Nullable String reason) {
        public static final Answered NOTHING = new Answered(null, null, null, null);
    }

    /** So much of a line goes back to stock. */
    public record Return(int line, long thousandths) {}
}
