package io.tillgate.simulator.bank;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The newest 20,000 things that the bank did. */
final class BankLog {
    static final int PAGE = 1_000;
    private static final int LINES_MAX = 20_000;

    /**
     * One thing.
     *
     * @param action {@code fetched}, {@code pain.002}, {@code camt.053}, {@code camt.054}, {@code trouble}
     * @param status what the service answered, 0 for nothing
     * @param detail what it said, or what the bank found
     */
    record Line(long seq, Instant at, String customer, String action, String messageId, int status, String detail) {}

    /** A line to come. */
    record Entry(String customer, String action, String messageId, int status, String detail) {}

    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private final InstantSource clock;
    private long seq;

    BankLog(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Entry entry) {
        if (lines.size() >= LINES_MAX) {
            lines.removeFirst();
        }
        lines.add(new Line(
                ++seq,
                clock.instant(),
                entry.customer(),
                entry.action(),
                entry.messageId(),
                entry.status(),
                entry.detail()));
    }

    /** The number of the newest line, 0 before the first. */
    synchronized long end() {
        return seq;
    }

    synchronized List<Line> since(long after) {
        List<Line> found = new ArrayList<>();
        for (Line line : lines) {
            if (line.seq() > after && found.size() < PAGE) {
                found.add(line);
            }
        }
        return found;
    }
}
