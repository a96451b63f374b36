package io.tillgate.tenancy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The price lists of a tenant; a merchant account names one of them. */
public record FeePlans(String defaultPlan, List<Plan> plans) {
    public FeePlans {
        plans = List.copyOf(plans);
    }

    public Optional<Plan> plan(String name) {
        return plans.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Bands of one plan; no two with the same selector overlap in amount. */
    public record Plan(String name, String description, List<Band> bands, Monthly monthly) {
        public Plan {
            bands = List.copyOf(bands);
        }
    }

    /**
     * What a merchant account pays by the month, in minor units.
     *
     * @param fee in advance
     * @param minimum what the payments of a month cost at least
     * @param tiers from the smallest volume up
     */
    public record Monthly(long fee, long minimum, List<Tier> tiers) {
        public static final Monthly NOTHING = new Monthly(0, 0, List.of());

        public Monthly {
            tiers = List.copyOf(tiers);
        }
    }

    /** What all payments of a month cost once they come to {@code from}: percent of their sum, and an amount for each. */
    public record Tier(long from, BigDecimal percent, long perItem) {}

    /**
     * What one payment costs if its amount is in {@code [from, to)}: percent of the amount and an amount per item, not
     * less than {@code minimum}, not more than {@code maximum}. Amounts are minor units.
     *
     * @param to exclusive; absent means no upper end
     * @param percent at most 4 decimals, {@code 1.40} is 1.40 %
     */
    public record Band(
            Selector selector,
            long from,
            @Nullable Long to,
            BigDecimal percent,
            long perItem,
            long minimum,
            @Nullable Long maximum) {}

    /** Which payments a band is for; {@code any} matches all, and a band that names more wins over one that names less. */
    public record Selector(String scheme, String card, String entry, String mcc) {
        public static final String ANY = "any";

        /** Every payment. */
        public static final Selector ALL = new Selector(ANY, ANY, ANY, ANY);
    }
}
