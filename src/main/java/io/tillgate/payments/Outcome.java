package io.tillgate.payments;

import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/** How a payment ended. */
public sealed interface Outcome {
    /**
     * @param issuerEmv hex of tags 91, 71 and 72 for the chip, or null
     */
    record Approved(
            Money amount,
            String responseCode,
            @Nullable String authCode,
            @Nullable String rrn,
            @Nullable String issuerEmv,
            @Nullable String settlementDate)
            implements Outcome {}

    /**
     * Refused by host or rule.
     *
     * @param responseCode ISO 8583 field 39
     * @param reason stable, fit for a cashier: never says which rule
     */
    record Declined(
            String responseCode, String reason, @Nullable String rrn) implements Outcome {}

    /** The host's answer did not come or could not be read: the payment does not count, and the host is told so. */
    record NotTaken(String reason) implements Outcome {}
}
