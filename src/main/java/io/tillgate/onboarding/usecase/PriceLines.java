package io.tillgate.onboarding.usecase;

import io.tillgate.tenancy.FeePlans.Band;
import io.tillgate.tenancy.FeePlans.Monthly;
import io.tillgate.tenancy.FeePlans.Plan;
import io.tillgate.tenancy.FeePlans.Selector;
import io.tillgate.tenancy.FeePlans.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A price list as an agreement states it: amounts in full, the currency's code, no words that a page could change. */
final class PriceLines {
    private final Currency currency;
    private final boolean chinese;

    PriceLines(Currency currency, Locale language) {
        this.currency = currency;
        this.chinese = language.equals(Locale.CHINESE);
    }

    /** All that is charged by it. What names more stands first, since it wins; what is paid by the month stands last. */
    List<String> of(Plan plan) {
        Stream<String> bands = plan.bands().stream()
                .sorted(Comparator.comparingLong(band -> -named(band.selector())))
                .map(band -> line(payments(band), price(band)));
        return Stream.concat(bands, monthly(plan.monthly()).stream()).toList();
    }

    private List<String> monthly(Monthly terms) {
        List<String> lines = new ArrayList<>();
        if (terms.fee() > 0) {
            lines.add(line(pick("each month, in advance", "每月，预先收取"), money(terms.fee())));
        }
        if (terms.minimum() > 0) {
            lines.add(line(pick("all payments of a month, at least", "当月全部交易，最低"), money(terms.minimum())));
        }
        for (Tier tier : terms.tiers()) {
            String from = money(tier.from());
            lines.add(line(
                    pick("all payments of a month that comes to " + from, "月交易额达到 " + from + " 起，当月全部交易"),
                    rate(tier.percent(), tier.perItem())));
        }
        return lines;
    }

    private String line(String what, String price) {
        return "- " + what + pick(": ", "：") + price;
    }

    private static long named(Selector selector) {
        return Stream.of(selector.scheme(), selector.card(), selector.entry(), selector.mcc())
                .filter(PriceLines::isNamed)
                .count();
    }

    private static boolean isNamed(String value) {
        return !value.equals(Selector.ANY);
    }

    private String payments(Band band) {
        Selector selector = band.selector();
        List<String> parts = new ArrayList<>();
        add(parts, selector.scheme(), pick("scheme ", "卡组织或方式 "));
        add(parts, selector.card(), pick("card ", "卡种 "));
        add(parts, selector.entry(), pick("entry ", "受理方式 "));
        add(parts, selector.mcc(), pick("category ", "商户类别 "));
        if (parts.isEmpty()) {
            parts.add(pick("every other payment", "其他所有交易"));
        }
        if (band.from() > 0) {
            parts.add(pick("from ", "不低于 ") + money(band.from()));
        }
        if (band.to() != null) {
            parts.add(pick("below ", "低于 ") + money(band.to()));
        }
        return String.join(pick(", ", "，"), parts);
    }

    private static void add(List<String> parts, String value, String name) {
        if (isNamed(value)) {
            parts.add(name + value);
        }
    }

    private String rate(BigDecimal percent, long perItem) {
        List<String> parts = new ArrayList<>();
        if (percent.signum() > 0 || perItem == 0) {
            parts.add(percent.toPlainString() + " %");
        }
        if (perItem > 0) {
            parts.add(money(perItem));
        }
        return String.join(" + ", parts);
    }

    private String price(Band band) {
        String price = rate(band.percent(), band.perItem());
        if (band.minimum() > 0) {
            price += pick(", at least ", "，最低 ") + money(band.minimum());
        }
        return band.maximum() == null ? price : price + pick(", at most ", "，最高 ") + money(band.maximum());
    }

    private String money(long minor) {
        return currency.getCurrencyCode() + " "
                + BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    private String pick(String english, String other) {
        return chinese ? other : english;
    }
}
