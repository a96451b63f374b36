package io.tillgate.launcher;

import io.tillgate.launcher.UpFile.ReplayProgress;
import io.tillgate.launcher.replay.BusinessTime;
import io.tillgate.launcher.replay.Replay;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Plays demo data into a new installation: in the background, told in the output and in {@code up.json}. */
final class Replaying {
    private static final String SWITCH = "TILLGATE_REPLAY";

    private final Installation installation;
    private final Up up;
    private final Progress progress;
    private final Optional<Replay> replay;

    private Replaying(Installation installation, Up up, Progress progress, Optional<Replay> replay) {
        this.installation = installation;
        this.up = up;
        this.progress = progress;
        this.replay = replay;
    }

    /** Looks what is to be played, and sets the clocks back if something is. When the service is ready. */
    static Replaying prepare(Installation installation, Up up, Progress progress, boolean wanted) {
        String secret = installation.secrets().get(Secrets.Name.BUSINESS_CLOCK);
        BusinessTime time =
                new BusinessTime("http://localhost:" + installation.ports().of(Ports.Use.HTTP), secret);
        Optional<Replay> replay = Replay.of(
                installation.places().replay(),
                !Files.exists(installation.places().firstMerchants()),
                wanted && !"off".equals(System.getenv(SWITCH)),
                time,
                secret,
                installation.users().tenants().stream()
                        .map(DemoUsers.Tenant::slug)
                        .toList());
        replay.ifPresent(Replay::setClocksBack);
        if (replay.isPresent()) {
            up.replay(new ReplayState(true, new ReplayProgress(0, 0, "begins", null)));
        }
        return new Replaying(installation, up, progress, replay);
    }

    /** Returns at once. */
    void start() {
        replay.ifPresent(data -> {
            progress.say("  Demo data of some days is played in the background");
            Thread.ofVirtual()
                    .name("replay")
                    .start(() -> data.play(installation.places().upFile(), new Telling(up, progress, up::isStopping)));
        });
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
