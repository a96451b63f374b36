package io.tillgate.portal.merchant.shop;

import io.tillgate.portal.frame.Formats;
import io.tillgate.tenancy.FeePlans.Band;
import io.tillgate.tenancy.FeePlans.Monthly;
import io.tillgate.tenancy.FeePlans.Plan;
import io.tillgate.tenancy.FeePlans.Selector;
import io.tillgate.tenancy.FeePlans.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A price list in words: which payments, and what one of them costs. */
public final class PriceWords {
    private final FeeMessages words;
    private final ShopMessages shop;
    private final Formats formats;

    public PriceWords(FeeMessages words, ShopMessages shop, Formats formats) {
        this.words = words;
        this.shop = shop;
        this.formats = formats;
    }

    /** One line of it. */
    public record Line(String what, String price) {}

    public List<Line> of(Plan plan, Currency currency) {
        Stream<Line> bands = plan.bands().stream()
                .sorted(Comparator.comparingLong(band -> -named(band.selector())))
                .map(band -> new Line(what(band, currency), price(band, currency)));
        return Stream.concat(bands, monthly(plan.monthly(), currency)).toList();
    }

    private Stream<Line> monthly(Monthly terms, Currency currency) {
        List<Line> lines = new ArrayList<>();
        if (terms.fee() > 0) {
            lines.add(new Line(words.monthly(), formats.money(terms.fee(), currency)));
        }
        if (terms.minimum() > 0) {
            lines.add(new Line(words.monthly_minimum(), formats.money(terms.minimum(), currency)));
        }
        for (Tier tier : terms.tiers()) {
            String rate = tier.percent().stripTrailingZeros().toPlainString() + " %";
            lines.add(new Line(
                    words.tier(formats.money(tier.from(), currency)),
                    tier.perItem() == 0 ? rate : rate + " + " + formats.money(tier.perItem(), currency)));
        }
        return lines.stream();
    }

    /** How much a line says of the payments that it is for: what is for all others stands last. */
    private static long named(Selector selector) {
        return Stream.of(selector.scheme(), selector.card(), selector.entry(), selector.mcc())
                .filter(each -> !each.equals(Selector.ANY))
                .count();
    }

    private String what(Band band, Currency currency) {
        List<String> parts = new ArrayList<>();
        Selector selector = band.selector();
        if (!selector.scheme().equals(Selector.ANY)) {
            parts.add(MethodNames.of(selector.scheme(), shop));
        }
        if (!selector.card().equals(Selector.ANY)) {
            parts.add(card(selector.card()));
        }
        if (!selector.entry().equals(Selector.ANY)) {
            parts.add(entry(selector.entry()));
        }
        if (!selector.mcc().equals(Selector.ANY)) {
            parts.add(words.category(selector.mcc()));
        }
        if (band.from() > 0) {
            parts.add(words.from(formats.money(band.from(), currency)));
        }
        if (band.to() != null) {
            parts.add(words.below(formats.money(band.to(), currency)));
        }
        return parts.isEmpty() ? words.all() : String.join(words.joint(), parts);
    }

    private String price(Band band, Currency currency) {
        List<String> parts = new ArrayList<>();
        if (band.percent().signum() > 0 || band.perItem() == 0) {
            parts.add(band.percent().stripTrailingZeros().toPlainString() + " %");
        }
        if (band.perItem() > 0) {
            parts.add(formats.money(band.perItem(), currency));
        }
        String price = String.join(" + ", parts);
        if (band.minimum() > 0) {
            price += words.joint() + words.least(formats.money(band.minimum(), currency));
        }
        return band.maximum() == null
                ? price
                : price + words.joint() + words.most(formats.money(band.maximum(), currency));
    }

    private String card(String kind) {
        return switch (kind) {
            case "debit" -> words.debit();
            case "credit" -> words.credit();
            case "prepaid" -> words.prepaid();
            default -> kind;
        };
    }

    private String entry(String entry) {
        return switch (entry.toLowerCase(Locale.ROOT)) {
            case "chip" -> words.chip();
            case "contactless" -> words.contactless();
            case "stripe", "magstripe" -> words.stripe();
            case "manual" -> words.manual();
            case "qr" -> words.qr();
            default -> entry;
        };
    }
}
