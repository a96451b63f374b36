package io.tillgate.pricing;

import java.math.BigInteger;

/**
 * What all payments of a month cost once they come to {@code from}: a share of their sum, and an amount for each.
 *
 * @param from minor units, included; above 0: below the first tier each payment costs what its band says
 * @param partsPerMillion of the month's volume, as in {@link FeeRate}
 * @param perItem minor units for each payment
 */
public record VolumeTier(long from, int partsPerMillion, long perItem) {
    public VolumeTier {
        if (from <= 0) {
            throw new FeePlanMistake("a tier begins above 0, not at " + from);
        }
        if (partsPerMillion < 0 || partsPerMillion > FeeRate.WHOLE) {
            throw new FeePlanMistake("a tier must be 0 % to 100 %, not " + partsPerMillion + " millionths");
        }
        if (perItem < 0) {
            throw new FeePlanMistake("per-item fee of a tier must not be negative");
        }
    }

    /** What a month costs by this tier; its share is rounded half up, once for the whole month. */
    public long charge(long volume, long payments) {
        long share = FeeCalculation.divideHalfUp(
                BigInteger.valueOf(volume).multiply(BigInteger.valueOf(partsPerMillion)), FeeRate.WHOLE);
        return Math.addExact(share, Math.multiplyExact(perItem, payments));
    }
}
