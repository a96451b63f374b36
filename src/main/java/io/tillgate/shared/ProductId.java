package io.tillgate.shared;

import java.util.UUID;

/** Names an article of a merchant's catalogue. Written as a lower-case UUID. */
public record ProductId(UUID value) implements Identifier {
    public static ProductId fromString(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
