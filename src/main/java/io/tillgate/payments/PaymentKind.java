package io.tillgate.payments;

import java.util.Locale;

/** What a payment does with money. */
public enum PaymentKind {
    SALE,
    REFUND,
    /** Undoes a sale of the same business day as if it had not been. */
    VOID,
    /** Proves the way to the host and back; no money. */
    TEST;

    /** As stored and sent: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PaymentKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
