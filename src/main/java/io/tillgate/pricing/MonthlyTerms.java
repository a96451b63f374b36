package io.tillgate.pricing;

import java.util.List;
import java.util.Optional;

/**
 * What a price list charges by the calendar month, beside what each payment costs. Minor units, not negative.
 *
 * @param fee in advance, whatever is sold
 * @param minimum what the payments of a month cost at least, all together
 * @param tiers at most {@value #TIERS_MAX}, from the smallest volume up
 */
public record MonthlyTerms(long fee, long minimum, List<VolumeTier> tiers) {
    public static final int TIERS_MAX = 20;
    public static final MonthlyTerms NOTHING = new MonthlyTerms(0, 0, List.of());

    public MonthlyTerms {
        tiers = List.copyOf(tiers);
        if (fee < 0 || minimum < 0) {
            throw new FeePlanMistake("monthly fee and monthly minimum must not be negative");
        }
        if (tiers.size() > TIERS_MAX) {
            throw new FeePlanMistake("at most " + TIERS_MAX + " tiers, not " + tiers.size());
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from() <= tiers.get(i - 1).from()) {
                throw new FeePlanMistake("a tier begins above the one before it, not at "
                        + tiers.get(i).from());
            }
        }
    }

    /** Whether an account has anything to pay by the month. */
    public boolean isNothing() {
        return fee == 0 && minimum == 0 && tiers.isEmpty();
    }

    /** The highest tier that the volume comes to; empty below the first. */
    public Optional<VolumeTier> reached(long volume) {
        return tiers.stream().filter(tier -> volume >= tier.from()).reduce((lower, higher) -> higher);
    }
}
