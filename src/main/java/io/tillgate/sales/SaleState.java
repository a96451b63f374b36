package io.tillgate.sales;

import java.util.Locale;

/** Where a sale stands. */
public enum SaleState {
    /** Not paid in full, or not at all: a declined or reversed tender may be followed by another. */
    OPEN,
    PAID,
    /** Undone on its day, wholly. */
    VOIDED,
    /** All its money was given back. */
    REFUNDED;

    /** As stored and sent: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SaleState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
