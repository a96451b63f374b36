package io.tillgate.platform.persistence;

/** What became of a commit unit. A fault (database away, queue full) is a failure instead, and nothing is known to be written. */
public sealed interface CommitOutcome {
    /** All rows are durable. */
    record Committed() implements CommitOutcome {}

    /** A statement refused one of the unit's rows; nothing of the unit was written. */
    record Refused(String statement) implements CommitOutcome {}
}
