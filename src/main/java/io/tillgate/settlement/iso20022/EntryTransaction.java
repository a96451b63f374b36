package io.tillgate.settlement.iso20022;

import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One payment behind a booking.
 *
 * @param amount in the account's currency where the bank says it; an entry with one payment speaks for it
 * @param direction of the payment where it is told
 * @param returned why it came back, when it did
 * @param counterparties names of who paid and who was paid
 * @param remittance lines of free text and structured references
 */
public record EntryTransaction(
        References references,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<Direction> direction,
        Optional<Return> returned,
        Counterparties counterparties,
        List<String> remittance,
        Optional<String> additional) {
    /** Nothing where no amount is told, or it is finer than the currency's minor unit. */
    public Optional<Money> money() {
        return amount.flatMap(value -> currency.flatMap(code -> Amounts.money(value, code)));
    }

    /** What the payment was called on its way. {@code NOTPROVIDED} and {@code NONREF} count as nothing. */
    public record References(
            Optional<String> messageId,
            Optional<String> servicerReference,
            Optional<String> paymentInformationId,
            Optional<String> instructionId,
            Optional<String> endToEndId,
            Optional<String> transactionId,
            List<String> proprietary) {}

    /** Who stood on both sides, as far as told. */
    public record Counterparties(
            Optional<String> debtor,
            Optional<String> debtorAccount,
            Optional<String> creditor,
            Optional<String> creditorAccount) {}

    /**
     * Why a payment came back.
     *
     * @param code of the external code set, or the bank's own
     */
    public record Return(Optional<String> code, List<String> text) {}
}
