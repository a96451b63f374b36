package io.tillgate.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What takings are told apart by. */
public enum TakingsBy {
    /** Of the store's clock, {@code 00} to {@code 23}; of all days together. */
    HOUR,
    /** Business date. */
    DAY,
    /** Store id. */
    STORE,
    /** Terminal number; empty for what was done in the portal. */
    TILL,
    /** {@code cash}, or the card's scheme. */
    METHOD,
    /** Merchant id; for the acquirer. */
    MERCHANT;

    /** As asked for: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TakingsBy> ofCode(String code) {
        return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
    }
}
