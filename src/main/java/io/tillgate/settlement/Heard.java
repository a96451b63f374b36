package io.tillgate.settlement;

import java.util.UUID;

/** What became of something that the bank said. */
public sealed interface Heard {
    /** It changed the book, or the state of a payout. */
    record Done(UUID subject) implements Heard {}

    /**
     * It was so already.
     *
     * @param sameBooking false where no reference says that it is the booking by which it became so
     */
    record Known(UUID subject, boolean sameBooking) implements Heard {
        public Known(UUID subject) {
            this(subject, true);
        }
    }

    /** It does not fit; a person has to look. */
    record Broken(UUID breakId) implements Heard {}
}
