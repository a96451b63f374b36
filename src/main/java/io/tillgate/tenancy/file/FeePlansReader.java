package io.tillgate.tenancy.file;

import io.tillgate.tenancy.FeePlans;
import io.tillgate.tenancy.FeePlans.Band;
import io.tillgate.tenancy.FeePlans.Monthly;
import io.tillgate.tenancy.FeePlans.Plan;
import io.tillgate.tenancy.FeePlans.Selector;
import io.tillgate.tenancy.FeePlans.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the price lists and checks that no payment can fall into two bands of one selector. */
final class FeePlansReader {
    private static final long AMOUNT_MAX = 100_000_000_000L;
    private static final Shape<Long> AMOUNT = Shapes.number(0, AMOUNT_MAX);
    private static final Shape<String> SCHEME =
            Shapes.oneOf(Set.of("any", "visa", "mastercard", "unionpay", "amex", "jcb", "discover", "wallet", "cash"));
    private static final Shape<String> CARD = Shapes.oneOf(Set.of("any", "credit", "debit", "prepaid"));
    private static final Shape<String> ENTRY = Shapes.oneOf(Set.of("any", "chip", "contactless", "swipe", "manual"));

    private FeePlansReader() {}

    static FeePlans plans(Section pricing) {
        String byDefault = pricing.required("default-plan", Shapes.NAME);
        List<Plan> plans = pricing.sections("plans", "name", FeePlansReader::plan);
        if (!byDefault.isEmpty() && plans.stream().noneMatch(p -> p.name().equals(byDefault))) {
            pricing.mistake("default-plan", "there is no plan '" + byDefault + "' below");
        }
        return new FeePlans(byDefault, plans);
    }

    private record Placed(Band band, int line) {}

    private static Plan plan(Section plan) {
        String name = plan.required("name", Shapes.NAME);
        String description = plan.required("description", Shapes.text(200));
        List<Placed> earlier = new ArrayList<>();
        List<Band> bands = plan.sections("bands", "", section -> {
            Band band = band(section);
            earlier.stream()
                    .filter(e -> overlap(e.band(), band))
                    .findFirst()
                    .ifPresent(e -> section.mistake("from", "this band overlaps the band on line " + e.line()));
            earlier.add(new Placed(band, section.line()));
            return band;
        });
        if (plan.has("bands") && bands.isEmpty()) {
            plan.mistake("bands", "expected at least one band");
        } else if (plan.has("bands")) {
            unpricedFrom(bands)
                    .ifPresent(amount -> plan.mistake(
                            "bands",
                            "no band without conditions prices a payment of " + amount
                                    + "; every payment needs a price"));
        }
        return new Plan(name, description, bands, monthly(plan));
    }

    private static Monthly monthly(Section plan) {
        long fee = plan.optional("monthly-fee", AMOUNT, 0L);
        long minimum = plan.optional("monthly-minimum", AMOUNT, 0L);
        List<Tier> earlier = new ArrayList<>();
        List<Tier> tiers = !plan.has("tiers")
                ? List.of()
                : plan.sections("tiers", "from", section -> {
                    Tier tier = new Tier(
                            section.required("from", Shapes.number(1, AMOUNT_MAX)),
                            section.required("percent", Shapes.PERCENT),
                            section.optional("per-item", AMOUNT, 0L));
                    if (!earlier.isEmpty() && tier.from() < earlier.getLast().from()) {
                        section.mistake("from", "a tier begins above the one before it");
                    }
                    earlier.add(tier);
                    return tier;
                });
        return new Monthly(fee, minimum, tiers);
    }

    private static Band band(Section band) {
        Selector selector = new Selector(
                band.optional("scheme", SCHEME, Selector.ANY),
                band.optional("card", CARD, Selector.ANY),
                band.optional("entry", ENTRY, Selector.ANY),
                band.optional("mcc", Shapes.MCC, Selector.ANY));
        Band read = new Band(
                selector,
                band.optional("from", AMOUNT, 0L),
                band.optional("to", Shapes.number(1, AMOUNT_MAX)),
                band.required("percent", Shapes.PERCENT),
                band.optional("per-item", AMOUNT, 0L),
                band.optional("minimum", AMOUNT, 0L),
                band.optional("maximum", AMOUNT));
        if (end(read) <= read.from()) {
            band.mistake("to", "'to' is the first amount above the band, so it must be larger than 'from'");
        }
        Long maximum = read.maximum();
        if (maximum != null && maximum < read.minimum()) {
            band.mistake("maximum", "the maximum is below the minimum");
        }
        return read;
    }

    private static boolean overlap(Band one, Band other) {
        return one.selector().equals(other.selector()) && one.from() < end(other) && other.from() < end(one);
    }

    /** The first amount that the bands without conditions leave unpriced. */
    private static Optional<Long> unpricedFrom(List<Band> bands) {
        long covered = 0;
        for (Band band : bands.stream()
                .filter(b -> b.selector().equals(Selector.ALL))
                .sorted(Comparator.comparingLong(Band::from))
                .toList()) {
            if (band.from() > covered) {
                break;
            }
            covered = Math.max(covered, end(band));
        }
        return covered == Long.MAX_VALUE ? Optional.empty() : Optional.of(covered);
    }

    private static long end(Band band) {
        Long to = band.to();
        return to == null ? Long.MAX_VALUE : to;
    }
}
