package io.tillgate.pricing;

import io.tillgate.shared.Money;
import java.util.List;

/**
 * What one payment costs, and why. Positive is charged to the merchant, negative given back.
 *
 * @param plan name of the price list
 */
public record Fee(String plan, Money total, List<FeeLine> lines) {
    public Fee {
        lines = List.copyOf(lines);
        Money sum = lines.stream().map(FeeLine::amount).reduce(Money.zero(total.currency()), Money::plus);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException("lines sum to " + sum.value() + ", not to " + total.value());
        }
    }
}
