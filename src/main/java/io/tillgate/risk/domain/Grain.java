package io.tillgate.risk.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How finely a window is counted. A window is read as whole buckets: it always covers what it says, and up to one bucket
 * more. The grain of a window is the finest that keeps it within 180 buckets.
 */
public enum Grain {
    TEN_SECONDS(Duration.ofSeconds(10), Duration.ofMinutes(15)),
    MINUTE(Duration.ofMinutes(1), Duration.ofHours(2)),
    TEN_MINUTES(Duration.ofMinutes(10), Duration.ofHours(24)),
    HOUR(Duration.ofHours(1), Duration.ofDays(7));

    private final Duration bucket;
    private final Duration longestWindow;

    Grain(Duration bucket, Duration longestWindow) {
        this.bucket = bucket;
        this.longestWindow = longestWindow;
    }

    public static Grain ofWindow(Duration window) {
        for (Grain grain : values()) {
            if (window.compareTo(grain.longestWindow) <= 0) {
                return grain;
            }
        }
        throw new IllegalArgumentException("no window is longer than seven days: " + window);
    }

    /** Start of the bucket that holds the moment. */
    public Instant bucketOf(Instant at) {
        long seconds = bucket.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    /** Start of the first bucket that a window ending at the moment touches. */
    public Instant firstBucket(Instant at, Duration window) {
        return bucketOf(at.minus(window));
    }

    /** What is older than this is read by no window and may go. */
    public Duration keep() {
        return longestWindow.plus(bucket);
    }
}
