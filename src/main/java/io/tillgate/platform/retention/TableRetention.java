package io.tillgate.platform.retention;

import java.time.Period;

/** What becomes of a table's rows as time passes. A table may have two: one for a part of its rows, one for the rest. */
public sealed interface TableRetention {
    String table();

    /** Stands word for word in the table's comment. */
    String says();

    /**
     * Its rows stay; they are few, or something is proved from them.
     *
     * @param how ends the sentence that begins with "kept"
     */
    record Kept(String table, String how) implements TableRetention {
        @Override
        public String says() {
            return "kept " + how;
        }
    }

    /**
     * Goes in the same transaction as another row.
     *
     * @param what that row
     */
    record ErasedWith(String table, String what) implements TableRetention {
        @Override
        public String says() {
            return "erased with " + what;
        }
    }

    /**
     * Partitioned by month; a month goes as a whole when the last of its days is this long ago. The database holds the
     * period too, in {@code partitioned_table}, so that nobody can ask for less.
     */
    record Dropped(String table, Period after) implements TableRetention {
        @Override
        public String says() {
            return "dropped by whole months after " + KeepingTime.words(after);
        }
    }

    /**
     * A job erases what is due.
     *
     * @param part of a row or of the rows, such as {@code card_sealed}; empty for all of them
     */
    record Erased(String table, String part, When when, DueRows rows) implements TableRetention {
        @Override
        public String says() {
            return (part.isEmpty() ? "" : part + " ") + "erased " + when.kept().words() + " after " + when.event();
        }
    }

    /**
     * When rows are due.
     *
     * @param event from which the time counts, as people call it
     */
    record When(Turn turn, KeepingTime kept, String event) {
        public static When everyRound(KeepingTime kept, String event) {
            return new When(Turn.EVERY_ROUND, kept, event);
        }

        public static When nightly(KeepingTime kept, String event) {
            return new When(Turn.NIGHTLY, kept, event);
        }
    }

    /** How urgent: what grows with the day's traffic goes every round, the rest in the tenant's night. */
    enum Turn {
        EVERY_ROUND,
        NIGHTLY
    }
}
