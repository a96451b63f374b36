package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Stage.Counter;
import io.tillgate.simulator.till.Till;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One till that sells, one sale after another. It keeps below the gateway's rate limit for one connection, so at low
 * latency it idles between two sales.
 */
final class Selling {
    /** The gateway takes 20 messages a second from one connection. */
    private static final long PACE_NANOS = 1_000_000_000L / 18;

    private final Counter counter;
    private int turn;

    Selling(Counter counter) {
        this.counter = counter;
    }

    /** One approved sale: the trace number the host saw, and how long publish to answer took. */
    record Sold(String stan, long nanos) {}

    /** Sells until the time is over; every sale has to be approved. */
    List<Sold> sellFor(Duration time) {
        List<Sold> sold = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            ObjectNode sale = counter.sale(turn++);
            next = Pace.waitUntil(next) + PACE_NANOS;
            sold.add(timed(sale));
        }
        return sold;
    }

    private Sold timed(ObjectNode body) {
        String id = Till.newId();
        long start = System.nanoTime();
        JsonNode answer = counter.till().ask("auth", id, body);
        long took = System.nanoTime() - start;
        if (!answer.path("outcome").asText().equals("approved")) {
            throw new IllegalStateException("a sale was not approved: " + answer);
        }
        return new Sold(answer.path("stan").asText(), took);
    }
}
