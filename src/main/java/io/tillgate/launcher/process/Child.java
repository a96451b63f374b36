package io.tillgate.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A running program of ours. It has a session of its own, so that Ctrl-C in the terminal reaches the supervisor alone, which
 * then stops its children in the right order.
 */
public final class Child {
    private static final boolean HAS_SETSID = new File("/usr/bin/setsid").canExecute();

    private final String name;
    private final Process process;
    private final Path pidFile;
    private final Path log;

    private Child(String name, Process process, Path pidFile, Path log) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    /** Starts the program with its output appended to its log, and writes its pid file. */
    public static Child start(Program program, Desk desk) {
        Path log = desk.logToWrite(program.name());
        List<String> command = new ArrayList<>(HAS_SETSID ? List.of("/usr/bin/setsid") : List.of());
        command.addAll(program.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.home().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("KC_"));
        builder.environment().putAll(program.environment());
        try {
            Process process = builder.start();
            Path pidFile = desk.pidFile(program.name());
            Files.writeString(pidFile, Long.toString(process.pid()));
            return new Child(program.name(), process, pidFile, log);
        } catch (IOException e) {
            throw new CannotStart(program.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits at most this long for the program to end by itself; empty when it is still running. */
    public OptionalInt exitCode(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** The exit code of a program that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Has this called once when the program ends, for whatever reason, also when it has ended already. */
    public void whenEnded(Runnable then) {
        Thread.ofVirtual().name("await " + name).start(() -> {
            try {
                process.waitFor();
                then.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Asks it to end and returns at once. */
    public void ask(Signal signal) {
        if (process.isAlive()) {
            signal.sendTo(process.pid());
        }
    }

    /** Waits for the end as long as is given, then kills it. Afterwards the program is gone and so is its pid file. */
    public void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // a pid file that stays behind is checked against the command line at the next start
        }
    }

    /** {@link #ask} and {@link #awaitEnd}. */
    public void stop(Duration patience) {
        ask(Signal.TERM);
        awaitEnd(patience);
    }
}
