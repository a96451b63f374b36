package io.tillgate.catalogue;

import java.util.Locale;
import java.util.Optional;

/** How a product is measured at the till. */
public enum UnitOfSale {
    /** Counted; sells whole quantities only. */
    PIECE,
    /** Weighed; the merchant's unit of weight, to the thousandth. */
    WEIGHT,
    /** Measured by volume, to the thousandth. */
    VOLUME;

    /** The word on the wire and in the database: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UnitOfSale> ofWord(String word) {
        for (UnitOfSale unit : values()) {
            if (unit.word().equals(word)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
