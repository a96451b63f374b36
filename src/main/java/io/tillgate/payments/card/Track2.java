package io.tillgate.payments.card;

import io.tillgate.shared.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Track 2, ISO/IEC 7813, 5.2: at most 37 digits and one separator. Lives only between terminal and host message and is
 * never stored; prints masked.
 *
 * @param serviceCode three digits
 * @param discretionary what the issuer put behind, digits, possibly none
 */
public record Track2(Pan pan, Expiry expiry, String serviceCode, String discretionary) {
    private static final int LENGTH_MAX = 37;
    private static final Pattern FORM =
            Pattern.compile("(?<pan>\\d{12,19})[=D](?<expiry>\\d{4})(?<service>\\d{3})(?<rest>\\d*)F?");

    /**
     * Reads the form of tag 57 ({@code D} as separator, one {@code F} to fill the last byte) and the form of a stripe
     * reader ({@code =}).
     *
     * @throws Refusal {@code CARD_DATA_UNREADABLE}, {@code CARD_NUMBER_INVALID}
     */
    public static Track2 parse(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean filled = text.endsWith("F");
        if (text.length() > LENGTH_MAX + (filled ? 1 : 0) || (filled && text.length() % 2 != 0) || !matcher.matches()) {
            throw new Refusal(CardProblem.CARD_DATA_UNREADABLE, "track 2 does not follow ISO/IEC 7813");
        }
        return new Track2(
                new Pan(matcher.group("pan")),
                Expiry.ofYymm(matcher.group("expiry")),
                matcher.group("service"),
                matcher.group("rest"));
    }

    /** As in ISO 8583 field 35: with {@code =} or {@code D}, without filler. */
    public String text(char separator) {
        return pan.digits() + separator + expiry.yymm() + serviceCode + discretionary;
    }

    @Override
    public String toString() {
        return pan + "=***";
    }
}
