package io.tillgate.sales;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that the service logs meanwhile, the finest of its own words included. */
final class Overhearing extends Handler implements AutoCloseable {
    private final Logger everything = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.tillgate");
    private final Level before = ours.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private Overhearing() {
        setLevel(Level.ALL);
    }

    static Overhearing begin() {
        Overhearing log = new Overhearing();
        log.ours.setLevel(Level.ALL);
        log.everything.addHandler(log);
        return log;
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord log) {
        lines.add(new SimpleFormatter().formatMessage(log) + " " + log.getThrown());
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        everything.removeHandler(this);
        ours.setLevel(before);
    }
}
