package io.tillgate.terminals.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was sent and not yet acknowledged by the peer, with packet ids of our own: the library's counter ignores ids
 * still in flight.
 *
 * @param <T> what a packet id stands for
 */
public final class InFlight<T> {
    private static final int PACKET_ID_MAX = 65_535;
    private final int atOnceMax;
    private final Map<Integer, Sent<T>> sent = new LinkedHashMap<>();
    private int lastId;

    public InFlight(int atOnceMax) {
        this.atOnceMax = Math.min(atOnceMax, PACKET_ID_MAX - 1);
    }

    private record Sent<T>(T what, Instant at) {}

    public int free() {
        return atOnceMax - sent.size();
    }

    /** A packet id for it, or empty when the window is full. */
    public OptionalInt send(T what, Instant now) {
        if (free() <= 0) {
            return OptionalInt.empty();
        }
        do {
            lastId = lastId % PACKET_ID_MAX + 1;
        } while (sent.containsKey(lastId));
        sent.put(lastId, new Sent<>(what, now));
        return OptionalInt.of(lastId);
    }

    /** Empty when nothing with this id is in flight: a peer's mistake that harms nobody. */
    public Optional<T> acknowledged(int packetId) {
        return Optional.ofNullable(sent.remove(packetId)).map(Sent::what);
    }

    /** When the packet that waits longest was sent. */
    public Optional<Instant> oldest() {
        return sent.values().stream().findFirst().map(Sent::at);
    }
}
