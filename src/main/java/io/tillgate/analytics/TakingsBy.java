package io.tillgate.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What takings are told apart by. */
public enum TakingsBy {
    /** Of the store's clock, {@code 00} to {@code 23}; of all days together. */
    @JsonProperty("hour")
    HOUR,
    /** Business date. */
    @JsonProperty("day")
    DAY,
    /** Store id. */
    @JsonProperty("store")
    STORE,
    /** Terminal number; empty for what was done in the portal. */
    @JsonProperty("till")
    TILL,
    /** {@code cash}, or the card's scheme. */
    @JsonProperty("method")
    METHOD,
    /** Merchant id; for the acquirer. */
    @JsonProperty("merchant")
    MERCHANT;

    /** As asked for: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TakingsBy> ofCode(String code) {
        return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
    }
}
