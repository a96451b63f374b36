package io.tillgate.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the children of one installation leave their pid files and logs.
 *
 * @param data the installation's data directory, absolute; it also marks our children's command lines
 */
public record Desk(Path data) {
    private static final long LOG_BYTES_MAX = 10L * 1024 * 1024;
    private static final int LOGS_KEPT = 3;

    public Path log(String name) {
        return data.resolve("log").resolve(name + ".log");
    }

    public Path pidFile(String name) {
        return data.resolve("run").resolve(name + ".pid");
    }

    /** The argument by which a Java child of this installation is known again. */
    public String mark() {
        return "-Dtillgate.child=" + data;
    }

    /** A log that has grown beyond 10 MiB moves aside; three old ones are kept. */
    Path logToWrite(String name) {
        Path log = log(name);
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(pidFile(name).getParent());
            if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
                rotate(log);
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rotate(Path log) throws IOException {
        for (int older = LOGS_KEPT; older > 1; older--) {
            Path from = Path.of(log + "." + (older - 1));
            if (Files.exists(from)) {
                Files.move(from, Path.of(log + "." + older), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
}
