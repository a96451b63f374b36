package io.tillgate.simulator.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One line of an account.
 *
 * @param reference the bank's own, the same in every message
 * @param batch the group's id when this stands for a whole group, otherwise empty
 * @param reason why it came back, otherwise empty
 */
record Booking(
        String reference,
        boolean credit,
        BigDecimal amount,
        LocalDate day,
        String batch,
        String reason,
        List<Item> items) {
    /** A payment behind it. */
    record Item(String endToEndId, BigDecimal amount, String counterparty, String remittance) {}

    BigDecimal signed() {
        return credit ? amount : amount.negate();
    }
}
