package io.tillgate.settlement.statement;

import io.tillgate.shared.Money;
import java.math.BigDecimal;

/** Amounts as statements write them, with the decimals of their currency (ISO 4217). */
public final class Figures {
    private Figures() {}

    /** For people: {@code 1,234.50}, without the currency. The minus sign is the keyboard's, so that a figure can be copied into a spreadsheet. */
    public static String shown(Money money) {
        String digits = plain(money);
        String whole = digits.startsWith("-") ? digits.substring(1) : digits;
        int point = whole.indexOf('.');
        StringBuilder grouped = new StringBuilder(whole);
        for (int at = (point < 0 ? whole.length() : point) - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return (money.value() < 0 ? "-" : "") + grouped;
    }

    /** For programs: {@code -1234.50}. */
    public static String plain(Money money) {
        return BigDecimal.valueOf(money.value(), Math.max(0, money.exponent())).toPlainString();
    }
}
