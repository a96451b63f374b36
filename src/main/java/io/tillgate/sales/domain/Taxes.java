package io.tillgate.sales.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The taxes of a basket, by rate. The discount on the whole basket is shared among the rates by what each sold, to the
 * unit; tax is computed once a rate, half up.
 */
public final class Taxes {
    private Taxes() {}

    /** A line's total and its rate. */
    public record Taxed(String rate, long amount) {}

    /**
     * One rate.
     *
     * @param net without the tax
     */
    public record TaxLine(String rate, long net, long tax) {}

    /** By rising rate; the parts add up to the lines less the discount exactly. */
    public static List<TaxLine> of(List<Taxed> lines, long discount, boolean included) {
        Map<BigDecimal, Long> byRate = new TreeMap<>();
        for (Taxed line : lines) {
            byRate.merge(rate(line.rate()), line.amount(), Math::addExact);
        }
        List<TaxLine> taxes = new ArrayList<>();
        long sum = byRate.values().stream().mapToLong(Long::longValue).sum();
        long sumLeft = sum;
        long discountLeft = discount;
        for (Map.Entry<BigDecimal, Long> group : byRate.entrySet()) {
            // each share of what is left: the last rate takes the rest, so nothing is lost by rounding
            long share = share(discountLeft, group.getValue(), sumLeft);
            taxes.add(line(group.getKey(), group.getValue() - share, included));
            discountLeft -= share;
            sumLeft -= group.getValue();
        }
        return List.copyOf(taxes);
    }

    /** The taxes that come on top of prices without tax. */
    public static long sum(List<TaxLine> taxes) {
        return taxes.stream().mapToLong(TaxLine::tax).reduce(0, Math::addExact);
    }

    /** Whether a text is a rate: a decimal from 0 to 1 with at most 6 places. */
    public static boolean isRate(String text) {
        return text.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?");
    }

    private static BigDecimal rate(String text) {
        BigDecimal rate = new BigDecimal(text).stripTrailingZeros();
        return rate.scale() < 0 ? rate.setScale(0) : rate;
    }

    private static long share(long discount, long amount, long sum) {
        return sum == 0
                ? 0
                : BigDecimal.valueOf(discount)
                        .multiply(BigDecimal.valueOf(amount))
                        .divide(BigDecimal.valueOf(sum), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static TaxLine line(BigDecimal rate, long amount, boolean included) {
        BigDecimal gross = BigDecimal.valueOf(amount);
        long tax = (included
                        ? gross.multiply(rate).divide(BigDecimal.ONE.add(rate), 0, RoundingMode.HALF_UP)
                        : gross.multiply(rate).setScale(0, RoundingMode.HALF_UP))
                .longValueExact();
        return new TaxLine(rate.toPlainString(), included ? amount - tax : amount, tax);
    }
}
