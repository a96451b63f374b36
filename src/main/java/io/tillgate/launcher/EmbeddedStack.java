package io.tillgate.launcher;

import io.tillgate.launcher.postgres.PostgresCluster;
import java.util.EnumSet;
import java.util.Set;

/** Everything but the service, on an installation that is made for one run: what the integration tests stand on. */
public final class EmbeddedStack implements AutoCloseable {
    private final Installation installation;
    private final InstallationLock lock;
    private final Up up;
    private final PostgresCluster postgres;

    private EmbeddedStack(Installation installation, InstallationLock lock, Up up, PostgresCluster postgres) {
        this.installation = installation;
        this.lock = lock;
        this.up = up;
        this.postgres = postgres;
    }

    /** Prepares what building has not, forgets what an earlier run left in the places, and starts. */
    public static EmbeddedStack startFresh(Places places, Ports ports) {
        Progress progress = new Progress(System.out);
        new Preparation(places, progress).run();
        InstallationLock lock = InstallationLock.take(places);
        Installation.forget(places);
        Installation installation = Installation.open(places, ports);
        Set<Part> parts = EnumSet.copyOf(Part.chosen());
        parts.remove(Part.SERVICE);
        Up up = new Up(installation, parts, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(up::stop, "stop the stack"));
        return new EmbeddedStack(installation, lock, up, up.start());
    }

    public Installation installation() {
        return installation;
    }

    public PostgresCluster postgres() {
        return postgres;
    }

    /** What a service on this stack is configured with. */
    public ServiceSettings settings() {
        return ServiceSettings.of(installation, postgres);
    }

    /** Stops everything within ten seconds. */
    @Override
    public void close() {
        up.stop();
        lock.close();
    }
}
