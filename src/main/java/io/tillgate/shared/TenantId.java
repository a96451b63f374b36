package io.tillgate.shared;

import java.util.UUID;

/** Names an acquirer or payment company. Written as a lower-case UUID. */
public record TenantId(UUID value) implements Identifier {
    public static TenantId fromString(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
