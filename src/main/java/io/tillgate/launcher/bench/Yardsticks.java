package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Stage.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** What a sale cannot beat on this machine, measured in the same run. */
final class Yardsticks {
    /** One page of PostgreSQL's log. */
    private static final int PAGE = 8_192;

    private static final long PACE_NANOS = 1_000_000_000L / 18;
    private static final long FILE_BYTES_MAX = 64L * 1024 * 1024;

    private Yardsticks() {}

    /** One page written behind the last and forced to the disk that holds the database. */
    static Series force(Path data, Duration time) {
        Series series = new Series("8 KB written and forced to the database's disk");
        Path file = data.resolve("bench.tmp");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end && channel.size() < FILE_BYTES_MAX) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                series.addNanos(System.nanoTime() - start);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            delete(file);
        }
        return series;
    }

    /** A state report until its PUBACK: the same way in, one commit, nothing decided. */
    static Series report(Counter counter, Duration time) {
        Series series = new Series("state report, publish to PUBACK (one commit)");
        long end = System.nanoTime() + time.toNanos();
        long next = System.nanoTime();
        for (int turn = 0; System.nanoTime() < end; turn++) {
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("software", "bench-1.0")
                    .put("battery", turn % 100);
            next = Pace.waitUntil(next) + PACE_NANOS;
            long start = System.nanoTime();
            counter.till().tell("state", body);
            series.addNanos(System.nanoTime() - start);
        }
        return series;
    }

    /** A message that commits nothing: asks for a document that has not changed. */
    static Series question(Counter counter, Duration time) {
        Series series = new Series("question, publish to answer (no commit)");
        long end = System.nanoTime() + time.toNanos();
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            ObjectNode body =
                    JsonNodeFactory.instance.objectNode().put("kind", "prices").put("since", Integer.MAX_VALUE);
            next = Pace.waitUntil(next) + PACE_NANOS;
            long start = System.nanoTime();
            counter.till().ask("get", body);
            series.addNanos(System.nanoTime() - start);
        }
        return series;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
