package io.tillgate.terminals.domain;

/** Watches {@code seq}, which counts per terminal and connection. A gap is a number to show, not an error. */
public final class SequenceGaps {
    private long last;

    /** How many numbers are missing before this one; a repeat or a step back counts nothing. */
    public long missingBefore(long sequence) {
        long missing = last == 0 || sequence <= last ? 0 : sequence - last - 1;
        last = Math.max(last, sequence);
        return missing;
    }
}
