package io.tillgate.settlement.domain;

import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much of what was sold is held back. */
public final class ReservePolicy {
    private static final int MILLIONTHS = 6;

    private ReservePolicy() {}

    /** Rounded down: what is less than a minor unit is the merchant's. */
    public static Money share(Money sold, int partsPerMillion) {
        long share = BigDecimal.valueOf(sold.value())
                .multiply(BigDecimal.valueOf(partsPerMillion, MILLIONTHS))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        return new Money(share, sold.currency());
    }
}
