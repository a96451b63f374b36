package io.tillgate.sales;

import io.tillgate.shared.Money;

/**
 * What a list of sales adds up to, in one currency. Only what was paid counts.
 *
 * @param sales for which money was taken
 * @param sold the sums due of those that are paid in full
 * @param taken for goods and tips
 * @param net taken, less what went back
 */
public record SalesTotal(long sales, Money sold, Money taken, Money tips, Money refunded, Money net) {}
