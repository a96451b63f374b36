package io.tillgate.payments.card;

import java.util.Locale;

/** Whose card it is, as told by the IIN (ISO/IEC 7812): for display, fees and rules; routing is the card host's. */
public enum CardScheme {
    VISA("Visa"),
    MASTERCARD("Mastercard"),
    AMERICAN_EXPRESS("American Express"),
    DISCOVER("Discover"),
    DINERS_CLUB("Diners Club"),
    JCB("JCB"),
    UNIONPAY("UnionPay"),
    MAESTRO("Maestro"),
    MIR("Mir"),
    RUPAY("RuPay"),
    ELO("Elo"),
    TROY("Troy"),
    /** No range matches. */
    OTHER("Other");

    private final String brand;

    CardScheme(String brand) {
        this.brand = brand;
    }

    /** The word for rules and price lists: lower case, {@code amex} for American Express. */
    public String code() {
        return this == AMERICAN_EXPRESS ? "amex" : name().toLowerCase(Locale.ROOT);
    }

    /** The name as people write it. */
    public String brand() {
        return brand;
    }

    /** The range with the longest prefix wins, among those that allow the number's length. */
    public static CardScheme of(Pan pan) {
        return ofDigits(pan.digits());
    }

    /** The same for digits that are not a complete valid number, such as a test number. */
    static CardScheme ofDigits(String digits) {
        return IinRanges.published().schemeOf(digits);
    }
}
