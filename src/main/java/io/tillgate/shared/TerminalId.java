package io.tillgate.shared;

import java.util.UUID;

/** Names a point-of-sale device in a store. Written as a lower-case UUID. */
public record TerminalId(UUID value) implements Identifier {
    public static TerminalId fromString(String text) {
        return new TerminalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
