package io.tillgate.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * What every figure of an answer has in common.
 *
 * @param asOf everything that was committed before this moment is counted; on the tenant's business clock
 * @param currency of every amount
 * @param zone of the business dates; hours are those of each store's own clock
 * @param open whether the period holds the business day that is not over: its figures still move
 * @param otherCurrencies in which there are takings too in the period, and which this answer leaves out
 */
public record Measured(
        Instant asOf, Period period, Currency currency, ZoneId zone, boolean open, List<Currency> otherCurrencies) {
    public Measured {
        otherCurrencies = List.copyOf(otherCurrencies);
    }
}
