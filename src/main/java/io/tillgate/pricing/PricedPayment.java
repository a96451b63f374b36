package io.tillgate.pricing;

import io.tillgate.shared.Money;

/**
 * What a price depends on.
 *
 * @param amount positive, gross
 * @param scheme lower case, for example {@code visa}
 * @param card type of card, {@code debit}, {@code credit}, {@code prepaid} or {@code unknown}
 * @param entry {@code chip}, {@code contactless}, {@code swipe} or {@code manual}
 * @param mcc merchant category code, ISO 18245, 0 to 9999
 */
public record PricedPayment(Money amount, String scheme, String card, String entry, int mcc) {
    public static final String UNKNOWN_CARD = "unknown";

    public PricedPayment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount to price must be positive: " + amount.value());
        }
    }
}
