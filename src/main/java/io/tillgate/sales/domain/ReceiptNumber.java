package io.tillgate.sales.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/**
 * What a person reads aloud from a receipt: the day and eight characters of Crockford's base 32, which has no I, L, O, U.
 * It follows from the sale's id, so that a repeat prints the same. Forty bits a day: a merchant with a million receipts
 * a day meets a double about once in two days, and a search shows both.
 */
public final class ReceiptNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private ReceiptNumber() {}

    public static String of(LocalDate date, UUID sale) {
        // the low half of a version 7 id is random; mixed, so that a terminal's own poor numbering spreads as well
        long mixed = (sale.getLeastSignificantBits() ^ Long.rotateLeft(sale.getMostSignificantBits(), 23))
                * 0x9E3779B97F4A7C15L;
        StringBuilder text = new StringBuilder(DAY.format(date)).append('-');
        for (int shift = 59; shift > 59 - 40; shift -= 5) {
            text.append(ALPHABET.charAt((int) (mixed >>> shift) & 31));
        }
        return text.toString();
    }
}
