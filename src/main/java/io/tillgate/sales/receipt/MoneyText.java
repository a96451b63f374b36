package io.tillgate.sales.receipt;

import io.tillgate.shared.Money;
import java.math.BigDecimal;

/**
 * Amounts as printed: the currency's own decimals (ISO 4217: two for EUR, none for JPY, three for KWD), a point, and
 * commas between thousands, as both English and Chinese write them.
 */
public final class MoneyText {
    private MoneyText() {}

    /** Without the currency: {@code 1,234.50}. */
    public static String of(Money money) {
        String plain = BigDecimal.valueOf(money.value(), money.exponent()).toPlainString();
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = end - 3; at > start; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** Thirteen percent for {@code 0.13}. */
    static String percent(String rate) {
        BigDecimal percent = new BigDecimal(rate).movePointRight(2).stripTrailingZeros();
        return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + "%";
    }
}
