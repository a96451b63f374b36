package io.tillgate.simulator.cardhost;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The newest 20,000 messages in and out, card data masked. */
final class MessageLog {
    private static final int LINES_MAX = 20_000;
    /** Lines handed out by one reading. */
    static final int PAGE = 1_000;

    /**
     * One message.
     *
     * @param processingMicros on 'out' lines: from the request's last byte read to the answer ready, without ordered delays
     * @param fault what was ordered to go wrong, empty for nothing
     */
    record Line(
            long seq,
            Instant at,
            String direction,
            String port,
            String mti,
            Map<String, String> fields,
            long processingMicros,
            String fault) {}

    /** What is known of a message besides itself. */
    record Circumstance(String direction, String port, long processingMicros, String fault) {}

    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private long seq;

    synchronized void add(Instant at, HostMessage message, Circumstance how) {
        if (lines.size() >= LINES_MAX) {
            lines.removeFirst();
        }
        lines.add(new Line(
                ++seq,
                at,
                how.direction(),
                how.port(),
                message.mti(),
                message.masked(),
                how.processingMicros(),
                how.fault()));
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
