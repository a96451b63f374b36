package io.tillgate.ledger;

import java.util.UUID;

/**
 * What an entry was booked for. Together with the posting rule it names the entry: the same source is booked under
 * one rule once, ever.
 *
 * @param kind lower case words joined by dashes, for example {@code payment}
 * @param id of that thing, of its own package
 */
public record JournalSource(String kind, UUID id) {
    public JournalSource {
        if (!kind.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("kind of source must be 1 to 40 lower case letters and dashes: " + kind);
        }
    }

    public static JournalSource payment(UUID id) {
        return new JournalSource("payment", id);
    }
}
