package io.tillgate.pricing;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * A price list in one currency. For every possible payment exactly one band applies: building one with overlapping bands
 * or with a payment left unpriced fails with a {@link FeePlanMistake}.
 *
 * @param bands at most {@value #BANDS_MAX}, the most specific first
 * @param monthly what an account pays by the month
 */
public record FeePlan(String name, Currency currency, RefundTerms refunds, List<FeeBand> bands, MonthlyTerms monthly) {
    public static final int BANDS_MAX = 200;

    public FeePlan {
        bands = bands.stream()
                .sorted(Comparator.comparing(FeeBand::selector, FeeSelector.BY_PRECEDENCE.reversed())
                        .thenComparingLong(FeeBand::from))
                .toList();
        if (bands.isEmpty() || bands.size() > BANDS_MAX) {
            throw new FeePlanMistake("plan " + name + " has " + bands.size() + " bands, not 1 to " + BANDS_MAX);
        }
        refuseOverlaps(name, bands);
        refuseGaps(name, bands);
    }

    /** Nothing by the month. */
    public FeePlan(String name, Currency currency, RefundTerms refunds, List<FeeBand> bands) {
        this(name, currency, refunds, bands, MonthlyTerms.NOTHING);
    }

    /** One rate for everything. */
    public static FeePlan flat(String name, Currency currency, FeeRate rate) {
        return new FeePlan(name, currency, RefundTerms.KEEP_FEE, List.of(FeeBand.allAmounts(FeeSelector.ANY, rate)));
    }

    /** What a payment is charged: the rate of its band. */
    public FeeRate rateOf(PricedPayment payment) {
        return bandOf(payment).rate();
    }

    FeeBand bandOf(PricedPayment payment) {
        for (FeeBand band : bands) {
            if (band.holds(payment)) {
                return band;
            }
        }
        throw new IllegalStateException("plan " + name + " was built with a gap");
    }

    private static void refuseOverlaps(String name, List<FeeBand> bands) {
        for (int i = 0; i < bands.size(); i++) {
            for (int j = i + 1; j < bands.size(); j++) {
                if (bands.get(i).overlaps(bands.get(j))) {
                    throw new FeePlanMistake(
                            "plan " + name + ": bands overlap: " + bands.get(i) + ", and " + bands.get(j));
                }
            }
        }
    }

    /** The bands for any payment come last and sorted; together they have to hold every amount. */
    private static void refuseGaps(String name, List<FeeBand> bands) {
        long covered = 0;
        boolean open = true;
        for (FeeBand band : bands) {
            if (band.selector().equals(FeeSelector.ANY)) {
                if (band.from() != covered) {
                    break;
                }
                Long end = band.to();
                open = end != null;
                covered = end == null ? covered : end;
            }
        }
        if (open) {
            throw new FeePlanMistake("plan " + name + ": no band prices any payment from " + covered + " up");
        }
    }

    /** What becomes of a sale's fee when money goes back. */
    public enum RefundTerms {
        /** The fee of the sale stays charged. */
        KEEP_FEE,
        /** The refunded share of the sale's fee is given back. */
        RETURN_SHARE
    }
}
