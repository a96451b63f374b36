package io.tillgate.settlement.iso20022;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Payments that leave one account on one day ({@code PmtInf}).
 *
 * @param id at most 35 characters
 * @param batchBooking whether the bank may show the group as one booking
 * @param terms how the bank is to treat it, as far as it is told
 */
public record TransferGroup(
        String id,
        LocalDate requestedExecutionDate,
        boolean batchBooking,
        Terms terms,
        BankParty debtor,
        List<CreditTransfer> transfers) {
    public TransferGroup {
        Texts.require(id, 35, "payment information id");
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("a group has at least one transfer");
        }
    }

    /**
     * Codes of the ISO 20022 external code sets.
     *
     * @param serviceLevel for example {@code SEPA}
     * @param categoryPurpose for example {@code SUPP}
     * @param chargeBearer {@code SLEV}, {@code SHAR}, {@code DEBT} or {@code CRED}
     */
    public record Terms(
            Optional<String> serviceLevel, Optional<String> categoryPurpose, Optional<String> chargeBearer) {
        /** What the bank has agreed with its customer anyway. */
        public static final Terms AGREED = new Terms(Optional.empty(), Optional.empty(), Optional.empty());

        /** A SEPA credit transfer: each side bears its own charges. */
        public static final Terms SEPA = new Terms(Optional.of("SEPA"), Optional.empty(), Optional.of("SLEV"));
    }
}
