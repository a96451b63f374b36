package io.tillgate.shared;

import java.util.UUID;

/** Names a place of business of a merchant. Written as a lower-case UUID. */
public record StoreId(UUID value) implements Identifier {
    public static StoreId fromString(String text) {
        return new StoreId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
