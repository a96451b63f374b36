package io.tillgate.settlement.iso20022;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What happened on one account.
 *
 * @param account IBAN, or the bank's own number
 */
public record AccountStatement(
        String id,
        String account,
        Optional<String> currency,
        boolean wholeStatement,
        List<Balance> balances,
        List<StatementEntry> entries) {
    private static final String OPENING = "OPBD";
    private static final String CLOSING = "CLBD";

    /**
     * A balance at a moment.
     *
     * @param type {@code OPBD}, {@code CLBD}, ... or the bank's own
     */
    public record Balance(String type, BigDecimal amount, String currency, Direction direction) {
        BigDecimal signed() {
            return direction.signed(amount);
        }
    }

    /**
     * Closing balance less opening balance less what was booked: nothing is missing when it is zero. Empty where it cannot be
     * said: a balance is missing or there are several, currencies differ, or this is one page of many.
     */
    public Optional<BigDecimal> unexplained() {
        List<Balance> opening = ofType(OPENING);
        List<Balance> closing = ofType(CLOSING);
        if (!wholeStatement || opening.size() != 1 || closing.size() != 1) {
            return Optional.empty();
        }
        String common = opening.getFirst().currency();
        boolean mixed = !closing.getFirst().currency().equals(common)
                || entries.stream().anyMatch(entry -> !entry.currency().equals(common));
        if (mixed) {
            return Optional.empty();
        }
        BigDecimal booked = entries.stream()
                .filter(StatementEntry::isBooked)
                .map(entry -> entry.direction().signed(entry.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(closing.getFirst()
                .signed()
                .subtract(opening.getFirst().signed())
                .subtract(booked));
    }

    /** Exact, whatever the currencies are; with or without what is only pending is the caller's question. */
    public BigDecimal sum(Direction direction) {
        return entries.stream()
                .filter(entry -> entry.direction() == direction)
                .map(StatementEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Balance> ofType(String type) {
        return balances.stream().filter(balance -> balance.type().equals(type)).toList();
    }
}
