package io.tillgate.catalogue;

import java.util.Locale;
import java.util.Optional;

/** The documents a terminal holds. */
public enum DocumentKind {
    CATALOGUE,
    PRICES,
    PROMOTIONS,
    STOCK,
    CONFIGURATION;

    /** The word on the wire and in the database: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DocumentKind> ofWord(String word) {
        for (DocumentKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether each store counts its own versions; the others count for the whole merchant. */
    public boolean isPerStore() {
        return switch (this) {
            case STOCK, CONFIGURATION -> true;
            case CATALOGUE, PRICES, PROMOTIONS -> false;
        };
    }
}
