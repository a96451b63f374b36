package io.tillgate.shared;

import java.util.UUID;

/** Names one attempt to take or to give back money. Written as a lower-case UUID. */
public record PaymentId(UUID value) implements Identifier {
    public static PaymentId fromString(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
