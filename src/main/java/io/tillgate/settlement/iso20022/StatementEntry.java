package io.tillgate.settlement.iso20022;

import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One booking, or what the bank expects to book.
 *
 * @param reversal undoes an earlier booking, whose direction was the other one
 * @param status {@code BOOK}, {@code PDNG}, {@code INFO}, ... or the bank's own
 * @param servicerReference the bank's name of the booking ({@code AcctSvcrRef})
 * @param code domain, family and sub-family, or the bank's own, as in {@code PMNT/ICDT/RRTN}
 * @param batches what the bank says about bookings that stand for many payments
 * @param transactions the payments behind it, as far as the bank tells
 */
public record StatementEntry(
        Optional<String> reference,
        BigDecimal amount,
        String currency,
        Direction direction,
        boolean reversal,
        String status,
        Optional<LocalDate> bookingDate,
        Optional<LocalDate> valueDate,
        Optional<String> servicerReference,
        String code,
        List<Batch> batches,
        List<EntryTransaction> transactions,
        Optional<String> additional) {
    public boolean isBooked() {
        return status.equals("BOOK");
    }

    /** Nothing where the amount is finer than the currency's minor unit. */
    public Optional<Money> money() {
        return Amounts.money(amount, currency);
    }

    /** Names of the group, and what the bank counted. */
    public record Batch(
            Optional<String> messageId,
            Optional<String> paymentInformationId,
            Optional<Integer> transactions,
            Optional<BigDecimal> amount,
            Optional<String> currency) {}
}
