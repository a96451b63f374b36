package io.tillgate.terminals.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Acknowledgements leave in the order in which the packets came, however the commits finish (MQTT 5, section 4.6).
 * Holds the packets of one connection that are not yet acknowledged, at most as many as were announced.
 *
 * @param <R> the reason that an acknowledgement carries
 */
public final class AcknowledgementOrder<R> {
    private final int atOnceMax;
    private final Deque<Waiting<R>> waiting = new ArrayDeque<>();
    private final Map<Integer, Waiting<R>> byPacket = new HashMap<>();
    private final Set<Integer> unreleased = new HashSet<>();

    public AcknowledgementOrder(int atOnceMax) {
        this.atOnceMax = atOnceMax;
    }

    public enum Arrival {
        /** Take the message in, and settle it once. */
        FIRST,
        /** It is being taken in, its acknowledgement comes of itself. */
        UNDERWAY,
        /** Quality 2, received and acknowledged before, not yet released: acknowledge again, take nothing in. */
        RECEIVED_BEFORE,
        /** More than were announced: the peer breaks the protocol. */
        TOO_MANY
    }

    /** An acknowledgement ready to leave: PUBACK, or PUBREC for quality 2. */
    public record Ready<R>(int packetId, int quality, R reason) {}

    public Arrival arrived(int packetId, int quality) {
        if (byPacket.containsKey(packetId)) {
            return Arrival.UNDERWAY;
        }
        if (quality == 2 && unreleased.contains(packetId)) {
            return Arrival.RECEIVED_BEFORE;
        }
        if (waiting.size() + unreleased.size() >= atOnceMax) {
            return Arrival.TOO_MANY;
        }
        var packet = new Waiting<R>(packetId, quality);
        waiting.addLast(packet);
        byPacket.put(packetId, packet);
        return Arrival.FIRST;
    }

    /** Marks one as done and takes out all that may leave now, oldest first. Settling again does nothing. */
    public List<Ready<R>> settled(int packetId, R reason) {
        Waiting<R> packet = byPacket.get(packetId);
        if (packet == null || packet.reason != null) {
            return List.of();
        }
        packet.reason = reason;
        return takeReady();
    }

    /** PUBREL came: the packet id is free again. */
    public void released(int packetId) {
        unreleased.remove(packetId);
    }

    private List<Ready<R>> takeReady() {
        List<Ready<R>> ready = new ArrayList<>();
        for (Waiting<R> first = waiting.peekFirst(); first != null; first = waiting.peekFirst()) {
            R reason = first.reason;
            if (reason == null) {
                break;
            }
            waiting.removeFirst();
            byPacket.remove(first.packetId);
            if (first.quality == 2) {
                unreleased.add(first.packetId);
            }
            ready.add(new Ready<>(first.packetId, first.quality, reason));
        }
        return ready;
    }

    private static final class Waiting<R> {
        final int packetId;
        final int quality;

        @Nullable
        R reason;

        Waiting(int packetId, int quality) {
            this.packetId = packetId;
            this.quality = quality;
        }
    }
}
