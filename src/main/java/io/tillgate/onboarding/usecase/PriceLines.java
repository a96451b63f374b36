package io.tillgate.onboarding.usecase;

import io.tillgate.tenancy.FeePlans.Band;
import io.tillgate.tenancy.FeePlans.Selector;
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

    /** What names more stands first: it wins. */
    List<String> of(List<Band> bands) {
        return bands.stream()
                .sorted(Comparator.comparingLong(band -> -named(band.selector())))
                .map(band -> "- " + payments(band) + pick(": ", "：") + price(band))
                .toList();
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

    private String price(Band band) {
        List<String> parts = new ArrayList<>();
        if (band.percent().signum() > 0 || band.perItem() == 0) {
            parts.add(band.percent().toPlainString() + " %");
        }
        if (band.perItem() > 0) {
            parts.add(money(band.perItem()));
        }
        String price = String.join(" + ", parts);
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
