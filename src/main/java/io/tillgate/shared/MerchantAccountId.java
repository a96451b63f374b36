package io.tillgate.shared;

import java.util.UUID;

/** Names one way of trading of a merchant. Written as a lower-case UUID. */
public record MerchantAccountId(UUID value) implements Identifier {
    public static MerchantAccountId fromString(String text) {
        return new MerchantAccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
