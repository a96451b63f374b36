package io.tillgate.terminals;

import java.time.Duration;

/** Kinds of downlinks that wait for their terminal, each with its own bound. */
public enum DownlinkClass {
    /** Newest versions: only the last one counts. */
    VERSIONS(1, Duration.ofDays(30)),
    /** Small ordered changes: the oldest fall out, and the terminal finds the gap by the versions. */
    DELTA(200, Duration.ofHours(1)),
    /** Signed commands: one more than the bound is refused. */
    COMMAND(20, Duration.ofDays(7)),
    /** Blocking and unblocking: only the last one counts, and the service itself has acted on it already. */
    BLOCKING(1, Duration.ofDays(7)),
    /** Software updates: one more than the bound is refused. */
    JOB(5, Duration.ofDays(30));

    private final int waitingMax;
    private final Duration lifetime;

    DownlinkClass(int waitingMax, Duration lifetime) {
        this.waitingMax = waitingMax;
        this.lifetime = lifetime;
    }

    public int waitingMax() {
        return waitingMax;
    }

    /** How long it waits unless its sender says less. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Whether an overflow drops the oldest; otherwise it refuses the newest. */
    public boolean dropsOldest() {
        return this == VERSIONS || this == DELTA || this == BLOCKING;
    }
}
