package io.tillgate.settlement.iso20022;

import java.util.List;

/** What came of reading: a message, or where it is wrong. */
public sealed interface Reading {
    /**
     * @param fingerprint SHA-256 over elements, amounts' currencies and text, 64 hex digits: the same however the message is indented,
     *     prefixed or encoded
     */
    record Understood(BankMessage message, String fingerprint) implements Reading {}

    /**
     * Not a message we can read.
     *
     * @param places at least one, at most {@link XmlIntake#PLACES_MAX}
     */
    record Unreadable(Kind kind, List<Place> places) implements Reading {
        static Unreadable of(Kind kind, Place place) {
            return new Unreadable(kind, List.of(place));
        }
    }

    /** Ways of being unreadable, in the order in which they are found. */
    enum Kind {
        /** Larger than is taken. Not even looked at. */
        TOO_LARGE,
        /** A document type, an entity, an inclusion: nothing a payment message has. */
        FORBIDDEN,
        /** Deeper than any message. */
        TOO_DEEP,
        /** Not well formed. */
        MALFORMED,
        /** No message or version that is known here. */
        UNKNOWN_MESSAGE,
        /** Not valid by the schema of its version. */
        INVALID
    }

    /** Where and what: lines and columns count from 1; 0 where no place can be named. */
    record Place(int line, int column, String fault) {}
}
