package io.tillgate.pricing;

import org.jspecify.annotations.Nullable;

/**
 * A share of the amount and an amount per item; their sum is raised to the minimum and lowered to the cap.
 *
 * @param partsPerMillion of the amount; 14 000 is 1.40 %, 100 is one basis point. 0 to 1 000 000
 * @param perItem minor units, not negative
 * @param minimum minor units, not negative
 * @param cap minor units, at least the minimum; null: none
 */
public record FeeRate(
        int partsPerMillion,
        long perItem,
        long minimum,
        @Nullable Long cap) {
    public static final int WHOLE = 1_000_000;

    public FeeRate {
        if (partsPerMillion < 0 || partsPerMillion > WHOLE) {
            throw new FeePlanMistake("a rate must be 0 % to 100 %, not " + partsPerMillion + " millionths");
        }
        if (perItem < 0 || minimum < 0) {
            throw new FeePlanMistake("per-item fee and minimum must not be negative");
        }
        if (cap != null && cap < minimum) {
            throw new FeePlanMistake("cap " + cap + " is below the minimum " + minimum);
        }
    }

    public static FeeRate blended(int basisPoints, long perItem) {
        return new FeeRate(Math.multiplyExact(basisPoints, 100), perItem, 0, null);
    }

    public FeeRate atLeast(long newMinimum) {
        return new FeeRate(partsPerMillion, perItem, newMinimum, cap);
    }

    public FeeRate atMost(long newCap) {
        return new FeeRate(partsPerMillion, perItem, minimum, newCap);
    }
}
