package io.tillgate.launcher;

import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Child;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often a child that ended is started again: five times in ten minutes, each time after a longer pause. */
final class RestartPolicy {
    static final int RESTARTS_MAX = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();

    RestartPolicy() {
        this(InstantSource.system());
    }

    RestartPolicy(InstantSource clock) {
        this.clock = clock;
    }

    /** Waits before the next start; fails with one line when there have been too many. */
    void before(Child ended) throws InterruptedException {
        Thread.sleep(pauseBefore(ended.name(), ended.log().toString()));
    }

    /** How long to wait: none at first, then half a second, doubled each time. */
    Duration pauseBefore(String name, String log) {
        Deque<Instant> starts = recent.computeIfAbsent(name, _ -> new ArrayDeque<>());
        Instant now = clock.instant();
        starts.removeIf(start -> start.isBefore(now.minus(WINDOW)));
        if (starts.size() >= RESTARTS_MAX) {
            throw new CannotStart("%s ended %d times within %d minutes: see %s"
                    .formatted(name, RESTARTS_MAX + 1, WINDOW.toMinutes(), log));
        }
        Duration pause =
                starts.isEmpty() ? Duration.ZERO : Duration.ofMillis(250).multipliedBy(1L << starts.size());
        starts.addLast(now);
        return pause;
    }
}
