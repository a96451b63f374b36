package io.tillgate.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that outlived its supervisor. Found by a pid file, believed only when its command line names our installation. */
public record Orphan(ProcessHandle process) {
    /** The orphan behind a Java child's pid file. */
    public static Optional<Orphan> find(Desk desk, String name) {
        Path pidFile = desk.pidFile(name);
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            return find(Long.parseLong(Files.readString(pidFile).strip()), desk.mark());
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The live process with this pid, when its command line contains the mark. */
    public static Optional<Orphan> find(long pid, String mark) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().commandLine().orElse("").contains(mark))
                .map(Orphan::new);
    }

    /** Asks with the signal, waits, and kills what is still there. */
    public void stop(Signal signal, Duration patience) {
        signal.sendTo(process.pid());
        if (!endsWithin(patience)) {
            Signal.KILL.sendTo(process.pid());
            if (!endsWithin(Duration.ofSeconds(5))) {
                throw new CannotStart("process " + process.pid() + " of an earlier start cannot be stopped");
            }
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return !process.isAlive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
