package io.tillgate.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a payment does with money. */
public enum PaymentKind {
    @JsonProperty("sale")
    SALE,
    @JsonProperty("refund")
    REFUND,
    /** Undoes a sale of the same business day as if it had not been. */
    @JsonProperty("void")
    VOID,
    /** Proves the way to the host and back; no money. */
    @JsonProperty("test")
    TEST;

    /** As stored and sent: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PaymentKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
