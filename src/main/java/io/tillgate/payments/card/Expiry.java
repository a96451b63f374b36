package io.tillgate.payments.card;

import io.tillgate.shared.Refusal;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;

/**
 * The last month in which a card is good, printed on it as two digits each. EMV Book 4, 10.1: years 50 to 99 belong to
 * the twentieth century.
 */
public record Expiry(YearMonth month) {
    private static final int CENTURY_TURN = 50;

    /**
     * Reads {@code YYMM}.
     *
     * @throws Refusal {@code CARD_DATA_UNREADABLE}
     */
    public static Expiry ofYymm(String text) {
        if (text.length() != 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unreadable();
        }
        int year = Integer.parseInt(text.substring(0, 2));
        int month = Integer.parseInt(text.substring(2));
        if (month < Month.JANUARY.getValue() || month > Month.DECEMBER.getValue()) {
            throw unreadable();
        }
        return new Expiry(YearMonth.of(year < CENTURY_TURN ? 2000 + year : 1900 + year, month));
    }

    public String yymm() {
        return String.format(Locale.ROOT, "%02d%02d", month.getYear() % 100, month.getMonthValue());
    }

    /** Whether the card is no longer good in this month. */
    public boolean isBefore(YearMonth present) {
        return month.isBefore(present);
    }

    @Override
    public String toString() {
        return "**/**";
    }

    private static Refusal unreadable() {
        return new Refusal(CardProblem.CARD_DATA_UNREADABLE, "the expiry is not a year and month");
    }
}
