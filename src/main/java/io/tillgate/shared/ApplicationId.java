package io.tillgate.shared;

import java.util.UUID;

/** Names a business asking to become a merchant. Written as a lower-case UUID. */
public record ApplicationId(UUID value) implements Identifier {
    public static ApplicationId fromString(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
