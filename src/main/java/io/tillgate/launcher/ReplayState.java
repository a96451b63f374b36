package io.tillgate.launcher;

import io.tillgate.launcher.UpFile.ReplayProgress;
import org.jspecify.annotations.Nullable;

/** Whether demo data is being played now, and how far it is. */
record ReplayState(boolean running, @Nullable ReplayProgress progress) {
    static final ReplayState NONE = new ReplayState(false, null);

    /** As {@code up.json} says it. */
    String word() {
        boolean failed = progress != null && progress.failure() != null;
        return running ? "running" : failed ? "incomplete" : "done";
    }
}
