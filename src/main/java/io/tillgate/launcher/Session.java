package io.tillgate.launcher;

import io.tillgate.launcher.postgres.PostgresCluster;
import io.tillgate.launcher.process.CannotStart;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run of {@code up} or {@code dev} from the command line, from taking the lock to stopping the last child. */
final class Session {
    private final Progress progress = new Progress(System.out);
    private final Places places = Places.fromEnvironment();
    private final AtomicBoolean asked = new AtomicBoolean();
    private boolean replay;
    private volatile @Nullable Replaying replaying;

    private Session() {}

    /** Returns when it was asked to stop. Fails with one line when something cannot go on. */
    static void up(boolean replay) {
        Session session = new Session();
        session.replay = replay;
        session.with(Part.chosen(), (up, _, postgres) -> up.supervise(postgres));
    }

    /** Returns Maven's exit code when the developer quits. */
    static int dev() {
        Session session = new Session();
        Set<Part> parts = EnumSet.copyOf(Part.chosen());
        parts.remove(Part.SERVICE);
        int[] code = {1};
        session.with(parts, (up, installation, postgres) -> {
            code[0] = DevMode.run(session.places, ServiceSettings.of(installation, postgres));
            up.stop();
        });
        return code[0];
    }

    private interface Work {
        void on(Up up, Installation installation, PostgresCluster postgres);
    }

    private void with(Set<Part> parts, Work work) {
        long start = System.nanoTime();
        Ports ports = Ports.from(System.getenv());
        try (InstallationLock _ = InstallationLock.take(places)) {
            Installation installation = Installation.open(places, ports);
            Up up = new Up(installation, parts, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopBecauseAsked(up), "stop"));
            progress.say("Tillgate starts, with its data in " + places.data());
            PostgresCluster postgres = up.start();
            if (parts.containsAll(Set.of(Part.KEYCLOAK, Part.SERVICE))) {
                boolean whole = parts.contains(Part.SIMULATORS);
                replaying = Replaying.prepare(installation, up, progress, replay && whole);
                Merchants.makeOnce(installation, progress);
            }
            up.announce();
            Banner.print(progress, installation, System.nanoTime() - start);
            Replaying playing = replaying;
            if (playing != null) {
                playing.start();
            }
            work.on(up, installation, postgres);
        } catch (CannotStart e) {
            if (!asked.get()) { // what a signal interrupts is no failure
                throw e;
            }
        }
    }

    private void stopBecauseAsked(Up up) {
        asked.set(true);
        Replaying playing = replaying;
        if (playing != null) {
            playing.close();
        }
        up.stop();
    }
}
