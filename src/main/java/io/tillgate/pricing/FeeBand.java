package io.tillgate.pricing;

import org.jspecify.annotations.Nullable;

/**
 * One line of a price list: the rate of payments that the selector matches, with an amount in {@code [from, to)}.
 *
 * @param from minor units, included
 * @param to minor units, excluded; null: no upper end
 */
public record FeeBand(
        FeeSelector selector, long from, @Nullable Long to, FeeRate rate) {
    public FeeBand {
        if (from < 0) {
            throw new FeePlanMistake("a band starts at 0 or above, not at " + from);
        }
        if (to != null && to <= from) {
            throw new FeePlanMistake("the band from " + from + " to " + to + " holds no amount");
        }
    }

    /** The same rate for every amount. */
    public static FeeBand allAmounts(FeeSelector selector, FeeRate rate) {
        return new FeeBand(selector, 0, null, rate);
    }

    boolean holds(PricedPayment payment) {
        long amount = payment.amount().value();
        return from <= amount && (to == null || amount < to) && selector.matches(payment);
    }

    boolean overlaps(FeeBand other) {
        return (to == null || other.from < to)
                && (other.to == null || from < other.to)
                && selector.clashesWith(other.selector);
    }

    @Override
    public String toString() {
        return selector + " from " + from + (to == null ? " up" : " to below " + to);
    }
}
