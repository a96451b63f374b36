package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.launcher.process.FreePort;
import io.tillgate.launcher.process.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real supervisor in a process of its own, as {@code ./tillgate up} starts it. */
final class RunningLauncher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path data;

    private RunningLauncher(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Ports that are free now, by the variables that set them. */
    static Map<String, String> freePorts() {
        Map<String, String> ports = new HashMap<>();
        for (Ports.Use use : Ports.Use.values()) {
            String port = Integer.toString(FreePort.any());
            while (ports.containsValue(port)) {
                port = Integer.toString(FreePort.any());
            }
            ports.put(use.variable(), port);
        }
        return ports;
    }

    /** The working copy these tests belong to. */
    static Path workingCopy() {
        return Path.of(System.getProperty("tillgate.basedir", "")).toAbsolutePath();
    }

    static RunningLauncher up(Path data, Map<String, String> environment, String parts) {
        return up(workingCopy(), data, environment, parts);
    }

    static RunningLauncher up(Path base, Path data, Map<String, String> environment, String parts) {
        Path target = workingCopy().resolve("target");
        try {
            String libraries = Files.readString(target.resolve("launcher.classpath"));
            ProcessBuilder builder = new ProcessBuilder(
                            Places.java(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Dtillgate.basedir=" + base,
                            "-Dtillgate.up.parts=" + parts,
                            "-cp",
                            target.resolve("classes") + ":" + libraries,
                            Main.class.getName(),
                            "up")
                    .redirectErrorStream(true);
            builder.environment().put("TILLGATE_REPLAY", "off");
            builder.environment().putAll(environment);
            builder.environment().put("TILLGATE_DATA", data.toString());
            return new RunningLauncher(builder.start(), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningLauncher awaitLine(String part) {
        try {
            BufferedReader output = process.inputReader();
            List<String> seen = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                seen.add(line);
                if (line.contains(part)) {
                    return this;
                }
            }
            throw new AssertionError("'" + part + "' never came: " + seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningLauncher awaitReady() {
        return awaitLine("Tillgate is ready").awaitLine("Stop with Ctrl-C");
    }

    RunningLauncher signal(Signal signal) {
        signal.sendTo(process.pid());
        return this;
    }

    /** Its exit code; fails when it runs longer than given. */
    int exitCodeWithin(Duration patience) throws InterruptedException {
        assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                .as("ends within " + patience)
                .isTrue();
        return process.exitValue();
    }

    /** What it still had to say when it failed. */
    List<String> failure() throws InterruptedException {
        List<String> rest = process.inputReader().lines().toList();
        assertThat(exitCodeWithin(PATIENCE)).as(rest::toString).isEqualTo(1);
        return rest.stream().filter(line -> line.startsWith("tillgate:")).toList();
    }

    /** Processes of this installation besides the supervisor. */
    List<ProcessHandle> children() {
        return ProcessHandle.allProcesses()
                .filter(other -> other.pid() != process.pid())
                .filter(other -> other.info().commandLine().orElse("").contains(data.toString()))
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        children().forEach(ProcessHandle::destroyForcibly);
    }
}
