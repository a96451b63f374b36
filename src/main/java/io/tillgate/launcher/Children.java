package io.tillgate.launcher;

import io.tillgate.launcher.postgres.PostgresCluster;
import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Child;
import io.tillgate.launcher.process.Program;
import io.tillgate.launcher.process.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The children of one supervisor. Started from several threads, stopped from the shutdown hook: once stopping has begun,
 * nothing can be started any more. The database outlives the others, so that they can finish what they have begun.
 */
final class Children {
    /** For the children to drain; the database gets four seconds after that, which keeps the whole stop under ten. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Installation installation;
    private final Map<String, Child> running = new LinkedHashMap<>();
    private final BlockingQueue<Child> ended = new LinkedBlockingQueue<>();
    private @Nullable PostgresCluster database;
    private boolean stopping;

    Children(Installation installation) {
        this.installation = installation;
    }

    synchronized Child start(Program program) {
        requireNotStopping();
        Child child = Child.start(program, installation.places().desk());
        watch(child);
        return child;
    }

    synchronized void watch(Child child) {
        running.put(child.name(), child);
        child.whenEnded(() -> ended.add(child));
        if (stopping) {
            child.stop(Duration.ZERO);
            requireNotStopping();
        }
    }

    synchronized void watchDatabase(PostgresCluster cluster) {
        database = cluster;
        watch(cluster.postmaster());
    }

    Child awaitAnEnd() throws InterruptedException {
        return ended.take();
    }

    /** The latest child of that name. */
    synchronized Child current(String name) {
        Child child = running.get(name);
        if (child == null) {
            throw new IllegalStateException("no child was ever called " + name);
        }
        return child;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Pids of what runs, by name. */
    synchronized Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        running.forEach((name, child) -> pids.put(name, child.pid()));
        return pids;
    }

    void stop() {
        List<Child> clients;
        PostgresCluster last;
        synchronized (this) {
            stopping = true;
            last = database;
            clients = new ArrayList<>(running.values());
        }
        clients.removeIf(child -> last != null && child == last.postmaster());
        clients.forEach(child -> child.ask(Signal.TERM));
        long deadline = System.nanoTime() + DRAIN.toNanos();
        clients.forEach(child -> child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
        if (last != null) {
            last.close();
        }
    }

    private void requireNotStopping() {
        if (stopping) {
            throw new CannotStart("stopped while starting");
        }
    }
}
