package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.launcher.bench.Series.Figures;
import io.tillgate.launcher.demo.Stage;
import io.tillgate.launcher.demo.Stage.Counter;
import io.tillgate.launcher.demo.Stage.Eyes;
import java.time.Duration;

/** How long a sale takes from its answer at the till into the figures that the owner sees. */
final class Catching {
    private static final int SALES = 30;
    private static final long TURN_NANOS = Duration.ofMillis(500).toNanos();
    private static final long ASKING_NANOS = Duration.ofMillis(10).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Stage stage;

    Catching(Stage stage) {
        this.stage = stage;
    }

    Figures lag() {
        Series series = new Series("a sale's answer at the till until the day's summary counts it");
        Counter counter = stage.first();
        settled();
        long turn = System.nanoTime();
        for (int sale = 0; sale < SALES; sale++) {
            long before = counted();
            var body = counter.sale(sale);
            turn = Pace.waitUntil(turn) + TURN_NANOS;
            JsonNode answer = counter.till().ask("auth", body);
            long answered = System.nanoTime();
            if (!answer.path("outcome").asText().equals("approved")) {
                throw new IllegalStateException("a sale was not approved: " + answer);
            }
            awaitMore(before, answered);
            series.addNanos(System.nanoTime() - answered);
        }
        return series.figures();
    }

    /** Sales of what was measured before may still be on their way. */
    private void settled() {
        long count = -1;
        while (count != counted()) {
            count = counted();
            Pace.waitUntil(System.nanoTime() + TURN_NANOS);
        }
    }

    private void awaitMore(long before, long answered) {
        while (counted() <= before) {
            if (System.nanoTime() - answered > PATIENCE_NANOS) {
                throw new IllegalStateException("a sale did not reach the figures in 30 s");
            }
            Pace.waitUntil(System.nanoTime() + ASKING_NANOS);
        }
    }

    private long counted() {
        return stage.see(Eyes.OWNER, "/api/v1/analytics/summary")
                .at("/now/takings/payments")
                .asLong();
    }
}
