package io.tillgate.settlement;

import java.util.UUID;

/** What became of something that the bank said. */
public sealed interface Heard {
    /** It changed the book, or the state of a payout. */
    record Done(UUID subject) implements Heard {}

    /** It was so already. */
    record Known(UUID subject) implements Heard {}

    /** It does not fit; a person has to look. */
    record Broken(UUID breakId) implements Heard {}
}
