package io.tillgate.simulator.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment file as the bank understood it.
 *
 * @param count as the file says
 * @param sum as the file says
 */
record PaymentOrder(String messageId, int count, BigDecimal sum, List<Group> groups) {
    /** Payments from one account on one day. */
    record Group(String id, LocalDate day, Account debtor, List<Transfer> transfers) {}

    record Transfer(
            String instructionId,
            String endToEndId,
            BigDecimal amount,
            String currency,
            String creditor,
            Account account) {
        /** In the last place of the decimals that are written: as many as the currency has, since that is how it came. */
        long minor() {
            return amount.unscaledValue().longValueExact();
        }
    }

    /** An IBAN, or another number. */
    record Account(boolean iban, String number) {
        static Account of(String number) {
            return new Account(number.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}"), number);
        }
    }

    List<Transfer> transfers() {
        return groups.stream().flatMap(group -> group.transfers().stream()).toList();
    }

    /** What does not add up; empty when all does. */
    String mistake() {
        List<Transfer> all = transfers();
        BigDecimal added = all.stream().map(Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.size() != count) {
            return "the header counts " + count + " transfers, there are " + all.size();
        }
        return added.compareTo(sum) == 0 ? "" : "the header sums up to " + sum + ", the transfers to " + added;
    }
}
