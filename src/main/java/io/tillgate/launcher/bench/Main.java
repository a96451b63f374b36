package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.demo.Patience;
import io.tillgate.launcher.demo.Running;
import io.tillgate.launcher.demo.Stage;
import io.tillgate.launcher.demo.StoryBroken;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code ./tillgate bench [--json|--markdown] [--seconds n] [--terminals n] [--only parts]}: figures of a running {@code up} on standard
 * output. Exit code 1 when a sale was not approved or nothing runs, 2 for an option it does not know.
 */
public final class Main {
    private static final Duration PLAYED_WITHIN = Duration.ofMinutes(6);

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            String data = System.getenv().getOrDefault("TILLGATE_DATA", ".tillgate");
            Order order = Order.read(Path.of(data).toAbsolutePath(), arguments);
            awaitDemoData(order.data());
            long idle = idleMegabytes(order.data());
            try (Stage stage = Stage.open(order.data())) {
                Report report = new Run(order, stage).run(idle);
                out.print(
                        switch (order.form()) {
                            case MARKDOWN -> report.markdown();
                            case JSON -> report.json() + "\n";
                        });
            }
            System.exit(0);
        } catch (IllegalArgumentException misused) {
            fail(String.valueOf(misused.getMessage()), 2);
        } catch (StoryBroken | IllegalStateException broken) {
            fail(String.valueOf(broken.getMessage()), 1);
        }
    }

    /** While days are being played, figures mean nothing. */
    private static void awaitDemoData(Path data) {
        if (Files.exists(data.resolve("up.json")) && isPlayed(data).isEmpty()) {
            System.err.println("tillgate bench: waits until the demo data is played");
            Patience.until("the demo data", PLAYED_WITHIN, () -> isPlayed(data));
        }
    }

    private static Optional<Path> isPlayed(Path data) {
        Running running = Running.from(data.resolve("up.json"));
        return Optional.of(data)
                .filter(done -> !running.up().path("replay").asText().equals("running"));
    }

    /** Read before the run disturbs it. */
    private static long idleMegabytes(Path data) {
        Path up = data.resolve("up.json");
        if (!Files.exists(up)) {
            return 0; // Stage says what is wrong
        }
        try {
            JsonNode pids = new ObjectMapper().readTree(up.toFile()).get("pids");
            return Resident.megabytes(pids.get("service").asLong());
        } catch (IOException fault) {
            throw new IllegalStateException("cannot read " + up, fault);
        }
    }

    private static void fail(String line, int code) {
        System.err.println("tillgate bench: " + line);
        System.exit(code);
    }
}
