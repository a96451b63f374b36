package io.tillgate.shared;

import java.util.UUID;

/** Names what was sold, and the payments that paid for it. Written as a lower-case UUID. */
public record SaleId(UUID value) implements Identifier {
    public static SaleId fromString(String text) {
        return new SaleId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
