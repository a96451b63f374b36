package io.tillgate.portal.merchant.tills;

import io.tillgate.portal.merchant.shop.State;

/** What has to be typed into a till, shown once. {@code picture} is an address that holds the picture itself. */
public record ActivationView(
        String number,
        String merchantNumber,
        String code,
        String until,
        String fingerprint,
        String picture,
        String till,
        State state) {
    /** Holds the code: never printed. */
    @Override
    public String toString() {
        return "ActivationView[****]";
    }
}
