package io.tillgate.launcher.bench;

import java.util.concurrent.locks.LockSupport;

/** Waits for the next turn. */
final class Pace {
    private Pace() {}

    /** Returns the moment it returned at: {@code turn}, or now when that has passed. */
    static long waitUntil(long turn) {
        long now = System.nanoTime();
        while (now < turn) {
            LockSupport.parkNanos(turn - now);
            now = System.nanoTime();
        }
        return now;
    }
}
