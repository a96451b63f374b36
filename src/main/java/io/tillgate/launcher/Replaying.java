package io.tillgate.launcher;

import io.tillgate.launcher.UpFile.ReplayProgress;
import io.tillgate.launcher.replay.BusinessTime;
import io.tillgate.launcher.replay.LivingTills;
import io.tillgate.launcher.replay.Replay;
import io.tillgate.launcher.replay.Replay.Hands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Plays demo data into a new installation: in the background, told in the output and in {@code up.json}. */
final class Replaying implements AutoCloseable {
    private static final String SWITCH = "TILLGATE_REPLAY";

    private final Installation installation;
    private final Up up;
    private final Progress progress;
    private final Data data;
    private volatile @Nullable LivingTills tills;
    private boolean closed;

    /**
     * What there is to do.
     *
     * @param wanted whether demo data is wanted at all
     */
    private record Data(Optional<Replay> replay, boolean wanted, Hands hands) {}

    private Replaying(Installation installation, Up up, Progress progress, Data data) {
        this.installation = installation;
        this.up = up;
        this.progress = progress;
        this.data = data;
    }

    /** Looks what is to be played, and sets the clocks back if something is. When the service is ready. */
    static Replaying prepare(Installation installation, Up up, Progress progress, boolean wanted) {
        String secret = installation.secrets().get(Secrets.Name.BUSINESS_CLOCK);
        BusinessTime time =
                new BusinessTime("http://localhost:" + installation.ports().of(Ports.Use.HTTP), secret);
        Hands hands = new Hands(
                time,
                secret,
                installation.users().tenants().stream()
                        .map(DemoUsers.Tenant::slug)
                        .toList());
        boolean played = wanted && !"off".equals(System.getenv(SWITCH));
        Path journal = installation.places().replay();
        Optional<Replay> replay =
                Replay.of(journal, !Files.exists(installation.places().firstMerchants()), played, hands);
        replay.ifPresent(Replay::setClocksBack);
        if (replay.isPresent()) {
            up.replay(new ReplayState(true, new ReplayProgress(0, 0, "begins", null)));
        } else {
            Replay.owed(journal)
                    .ifPresent(owed -> up.replay(new ReplayState(false, new ReplayProgress(0, 0, "failed", owed))));
        }
        return new Replaying(installation, up, progress, new Data(replay, played, hands));
    }

    /** Returns at once. */
    void start() {
        if (data.replay().isPresent()) {
            progress.say("  Demo data of some days is played in the background");
        }
        if (data.wanted()) {
            Thread.ofVirtual().name("replay").start(this::run);
        }
    }

    private void run() {
        Path upFile = installation.places().upFile();
        data.replay().ifPresent(replay -> replay.play(upFile, new Telling(up, progress, up::isStopping)));
        synchronized (this) {
            if (!closed && !up.isStopping()) {
                tills = Replay.tills(
                                installation.places().replay(),
                                upFile,
                                data.hands(),
                                trouble -> progress.say("  A till of the demo data: " + trouble))
                        .orElse(null);
            }
        }
    }

    /** The tills say goodbye. Before the service is stopped. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        LivingTills living = tills;
        if (living != null) {
            living.close();
        }
    }

    private record Telling(Up up, Progress progress, BooleanSupplier asked, long start) implements Replay.Listener {
        Telling(Up up, Progress progress, BooleanSupplier asked) {
            this(up, progress, asked, System.nanoTime());
        }

        @Override
        public void went(int done, int of, String step) {
            progress.say("  Demo data %3d %%  %s".formatted(of == 0 ? 0 : done * 100 / of, step));
            up.replay(new ReplayState(true, new ReplayProgress(done, of, step, null)));
            up.announce();
        }

        @Override
        public void ended(@Nullable String failure) {
            if (failure == null) {
                progress.done("Demo data is complete", Duration.ofNanos(System.nanoTime() - start));
                up.replay(ReplayState.NONE);
            } else {
                progress.say("  Demo data is not complete, everything else works: " + failure);
                up.replay(new ReplayState(false, new ReplayProgress(0, 0, "failed", failure)));
            }
            up.announce();
        }

        @Override
        public boolean stopping() {
            return asked.getAsBoolean();
        }
    }
}
