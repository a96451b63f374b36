package io.tillgate.launcher;

import io.tillgate.launcher.keycloak.KeycloakServer;
import io.tillgate.launcher.postgres.PostgresCluster;
import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Child;
import io.tillgate.launcher.process.Readiness;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code ./tillgate up}: PostgreSQL first, then Keycloak, the simulators and the service side by side. While it runs, service
 * and simulators are restarted when they end (a bounded number of times); without PostgreSQL or Keycloak it gives up.
 */
final class Up {
    private static final Duration SERVICE_START = Duration.ofMinutes(3);
    private static final Duration SIMULATOR_START = Duration.ofMinutes(1);

    private static final Duration RETRY_DRAIN = Duration.ofSeconds(5);

    private final Installation installation;
    private final Set<Part> parts;
    private final Progress progress;
    private final Children children;
    private final RestartPolicy restarts = new RestartPolicy();
    private volatile ReplayState replay = ReplayState.NONE;

    Up(Installation installation, Set<Part> parts, Progress progress) {
        this.installation = installation;
        this.parts = parts;
        this.progress = progress;
        this.children = new Children(installation);
    }

    /** Starts everything; returns when all of it is ready. Fails with one line, and nothing is left running. */
    PostgresCluster start() {
        try {
            parts.forEach(part -> installation.ports().requireFree(part.listeners()));
            PostgresCluster postgres = startPostgres();
            List<Runnable> starts = new ArrayList<>();
            if (parts.contains(Part.KEYCLOAK)) {
                starts.add(() -> startKeycloak(postgres));
            }
            if (parts.contains(Part.SIMULATORS)) {
                starts.add(this::startSimulators);
            }
            if (parts.contains(Part.SERVICE)) {
                starts.add(() -> startService(postgres));
            }
            allOf(starts);
            return postgres;
        } catch (RuntimeException e) {
            children.stop();
            throw e;
        }
    }

    /** Writes {@code up.json}, unless everything is being stopped. */
    synchronized void announce() {
        if (!children.isStopping()) {
            UpFile.of(installation, children.pids(), replay).write(installation.places());
        }
    }

    /** Says so in {@code up.json} from the next time it is written. */
    void replay(ReplayState state) {
        replay = state;
    }

    boolean isStopping() {
        return children.isStopping();
    }

    /** Restarts what may be restarted until something ends for good, which is the failure. Returns only when stopped. */
    void supervise(PostgresCluster postgres) {
        try {
            while (true) {
                Child ended = children.awaitAnEnd();
                if (children.isStopping()) {
                    return;
                }
                restart(ended, postgres);
                announce();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
        }
    }

    /** Stops every child within ten seconds. Harmless when repeated, waits when another thread is at it. */
    void stop() {
        UpFile.remove(installation.places());
        children.stop();
        UpFile.remove(installation.places()); // somebody may have been writing it
    }

    private PostgresCluster startPostgres() {
        long start = System.nanoTime();
        PostgresCluster postgres = installation.startPostgres();
        children.watchDatabase(postgres);
        postgres.awaitReady();
        ready("PostgreSQL on port " + postgres.port(), start);
        return postgres;
    }

    private void startKeycloak(PostgresCluster postgres) {
        long start = System.nanoTime();
        KeycloakServer keycloak = installation.startKeycloak(postgres);
        children.watch(keycloak.child());
        keycloak.awaitReady();
        ready("Keycloak on port " + installation.ports().of(Ports.Use.KEYCLOAK), start);
    }

    private void startSimulators() {
        long start = System.nanoTime();
        Child child = children.start(SimulatorProgram.of(installation));
        Readiness.awaitListening(child, installation.ports().of(Ports.Use.SIMULATOR), SIMULATOR_START);
        Readiness.awaitListening(child, installation.ports().of(Ports.Use.BANK), SIMULATOR_START);
        ready("Simulated card host and bank", start);
    }

    private void startService(PostgresCluster postgres) {
        long start = System.nanoTime();
        ServiceSettings settings = ServiceSettings.of(installation, postgres);
        Child child = children.start(ServiceProgram.of(installation.places(), settings));
        int port = installation.ports().of(Ports.Use.HTTP);
        Readiness.await(child, URI.create("http://127.0.0.1:" + port + "/q/health/ready"), SERVICE_START);
        ready("Tillgate on port " + port, start);
    }

    private void restart(Child ended, PostgresCluster postgres) throws InterruptedException {
        switch (ended.name()) {
            case "service" -> restart(ended, () -> startService(postgres));
            case "simulators" -> restart(ended, this::startSimulators);
            default ->
                throw new CannotStart(
                        "%s stopped (exit code %d): see %s".formatted(ended.name(), ended.exitCode(), ended.log()));
        }
    }

    /** An attempt that fails ends its child, and that end is the occasion for the next attempt. */
    private void restart(Child ended, Runnable start) throws InterruptedException {
        progress.say("%s ended (exit code %d) and is started again".formatted(ended.name(), ended.exitCode()));
        restarts.before(ended);
        try {
            start.run();
        } catch (CannotStart e) {
            Child attempt = children.current(ended.name());
            if (attempt.pid() == ended.pid()) {
                throw e; // it did not come as far as a new child
            }
            attempt.stop(RETRY_DRAIN);
        }
    }

    private void ready(String what, long start) {
        progress.done(what, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Runs them side by side; the first failure is thrown at once, the others end when their children are stopped. */
    private static void allOf(List<Runnable> starts) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            ExecutorCompletionService<Void> results = new ExecutorCompletionService<>(threads);
            starts.forEach(start -> results.submit(start, null));
            for (int done = 0; done < starts.size(); done++) {
                results.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while starting", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
