package io.tillgate.launcher.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something that another process does, a bounded time. */
public final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    public static <T> T until(String what, Duration atMost, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > end) {
                throw new StoryBroken("waited " + atMost.toSeconds() + " s for " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
