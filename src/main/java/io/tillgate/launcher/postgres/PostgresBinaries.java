package io.tillgate.launcher.postgres;

import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked from the jar on the class path.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {
    /** The version these data directories are of, as in their {@code PG_VERSION}. */
    public static final String MAJOR = "18";

    /** Unpacks once into a directory beside which an interrupted attempt leaves only a {@code .new}. */
    public static PostgresBinaries unpackedIn(Path parent) {
        Path home = parent.resolve("postgres-" + MAJOR);
        if (!Files.exists(home)) {
            try {
                Path fresh = Files.createDirectories(parent.resolve("postgres-" + MAJOR + ".new"));
                unpack(fresh);
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new PostgresBinaries(home);
    }

    /** The command line of one of the programs, runnable by us even as root. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Runs a program to its end with the text on its input; anything but exit code 0 fails with its last line. */
    void run(String program, List<String> arguments, String input) {
        try {
            Process process = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new CannotStart(program + " failed: " + lastLine(output));
            }
        } catch (IOException e) {
            throw new CannotStart(program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while " + program + " was running", e);
        }
    }

    private static String lastLine(String output) {
        return output.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
    }

    private static void unpack(Path into) throws IOException {
        String archive = archive();
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new CannotStart("no PostgreSQL for this machine on the class path (" + archive + ")");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, into);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("an entry of the archive points outside: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        String kind = system.startsWith("mac") ? "darwin" : "linux";
        return "postgres-" + kind + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
}
