package io.tillgate.shared;

import java.util.UUID;

/** Names a business under one tenant. Written as a lower-case UUID. */
public record MerchantId(UUID value) implements Identifier {
    public static MerchantId fromString(String text) {
        return new MerchantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
