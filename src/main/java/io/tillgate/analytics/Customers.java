package io.tillgate.analytics;

import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Customers are told apart by their cards: one person with two cards counts twice, cash not at all.
 *
 * @param cards different ones that paid in the period
 * @param repeat those of them that paid more than once in it
 * @param known those of them that had paid here in the {@value #MEMORY_DAYS} days before it
 * @param repeatBasisPoints repeat of cards, hundredths of a percent; null when there are none
 * @param knownBasisPoints known of cards, likewise
 * @param visits payments of all
 * @param amount of all, tips included, before refunds
 * @param repeatAmount of those that paid more than once
 * @param tenthsOfDaysBetween between visits of those that came again, in tenths of a day; null when none did
 */
public record Customers(
        Measured measured,
        long cards,
        long repeat,
        long known,
        @Nullable Integer repeatBasisPoints,
        @Nullable Integer knownBasisPoints,
        long visits,
        Money amount,
        Money repeatAmount,
        @Nullable Integer tenthsOfDaysBetween) {
    public static final int MEMORY_DAYS = 90;

    /** Of the period: cards are counted from single payments. */
    public static final int DAYS_MAX = 92;
}
