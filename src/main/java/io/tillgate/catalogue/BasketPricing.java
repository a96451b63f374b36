package io.tillgate.catalogue;

import io.tillgate.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a basket costs. Pure arithmetic on minor units; every result fits in a long by the bounds checked here. */
public final class BasketPricing {
    /** The highest unit price, in minor units. */
    public static final long UNIT_PRICE_MAX = 1_000_000_000_000L;

    private BasketPricing() {}

    /** Quantity times unit price in minor units, half up. */
    public static long gross(QuantityText quantity, long unitPrice) {
        if (unitPrice < 0 || unitPrice > UNIT_PRICE_MAX) {
            throw new Refusal(CatalogueProblem.PRICE_RANGE, "A unit price is between 0 and 1000000000000 minor units.");
        }
        return BigDecimal.valueOf(quantity.thousandths(), 3)
                .multiply(BigDecimal.valueOf(unitPrice))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What one line costs: gross less its discount. The discount is between 0 and the gross. */
    public static long lineTotal(QuantityText quantity, long unitPrice, long discount) {
        long gross = gross(quantity, unitPrice);
        return less(gross, discount);
    }

    /** What the basket costs: its line totals less the discount on the whole. */
    public static long total(List<Long> lineTotals, long discount) {
        long sum = 0;
        for (long line : lineTotals) {
            sum = Math.addExact(sum, line);
        }
        return less(sum, discount);
    }

    private static long less(long amount, long discount) {
        if (discount < 0 || discount > amount) {
            throw new Refusal(CatalogueProblem.DISCOUNT_RANGE, "A discount is between 0 and what it is taken from.");
        }
        return amount - discount;
    }
}
