package io.tillgate.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is taken off an amount of minor units; never more than the amount itself. */
public sealed interface Discount {
    /** How a share of an amount becomes whole minor units: half a unit goes up, in the customer's favour. */
    RoundingMode ROUNDING = RoundingMode.HALF_UP;

    /** Minor units taken off {@code amount}, which is not negative; the result is between 0 and {@code amount}. */
    long off(long amount);

    /** A fixed amount of minor units, at most all of it. */
    record Amount(long value) implements Discount {
        public Amount {
            if (value <= 0) {
                throw new IllegalArgumentException("a discount is above zero");
            }
        }

        @Override
        public long off(long amount) {
            return Math.min(value, amount);
        }
    }

    /** A share in hundredths of a percent: 1250 is 12.5 %. */
    record Percent(int basisPoints) implements Discount {
        public Percent {
            if (basisPoints <= 0 || basisPoints > 10_000) {
                throw new IllegalArgumentException("a percentage is above 0 and at most 100");
            }
        }

        @Override
        public long off(long amount) {
            return BigDecimal.valueOf(amount)
                    .multiply(BigDecimal.valueOf(basisPoints))
                    .movePointLeft(4)
                    .setScale(0, ROUNDING)
                    .longValueExact();
        }
    }
}
