package io.tillgate.launcher.postgres;

import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Orphan;
import io.tillgate.launcher.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL data directory while no postmaster of ours runs on it: made, checked, freed from an orphan.
 *
 * @param binaries PostgreSQL's programs
 * @param path absolute
 */
public record ClusterDirectory(PostgresBinaries binaries, Path path) {
    /** Passwords for every way in, and the same order of texts on every machine. */
    private static final List<String> INITDB = List.of(
            "--username=postgres",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");

    /** True when a cluster is there already. Fails with one line when it is of another major version. */
    public boolean exists() {
        Path version = path.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return false;
        }
        String found = read(version).strip();
        if (!found.equals(PostgresBinaries.MAJOR)) {
            throw new CannotStart(
                    "%s holds data of PostgreSQL %s and this is PostgreSQL %s: set TILLGATE_DATA to another"
                                    .formatted(path, found, PostgresBinaries.MAJOR)
                            + " directory, or move this one away");
        }
        return true;
    }

    /**
     * Makes a cluster with this superuser password, from the template if there is one. An interrupted attempt leaves
     * nothing that looks finished.
     */
    public void create(Path template, String superuserPassword) {
        ClusterDirectory fresh = new ClusterDirectory(binaries, Path.of(path + ".new"));
        try {
            Trees.delete(fresh.path);
            Files.createDirectories(path.getParent());
            if (Files.exists(template)) {
                Trees.copy(template, fresh.path);
            } else {
                fresh.initialise();
            }
            fresh.setSuperuserPassword(superuserPassword);
            binaries.run("initdb", List.of("--sync-only", "-D", fresh.path.toString()), "");
            Files.move(fresh.path, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops a postmaster that outlived its supervisor and removes the lock it may have left behind. */
    public void freeFromOrphan() {
        Path lock = path.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(lock);
            if (!lines.isEmpty()) {
                Orphan.find(Long.parseLong(lines.getFirst().strip()), "-D " + path)
                        .ifPresent(orphan -> orphan.stop(Signal.INT, Duration.ofSeconds(20)));
            }
            Files.deleteIfExists(lock);
        } catch (IOException | NumberFormatException e) {
            throw new CannotStart(lock + " cannot be read: is another PostgreSQL using this directory?", e);
        }
    }

    private void initialise() throws IOException {
        Path password = Files.createTempFile("tillgate", ".password");
        try {
            Files.writeString(password, Long.toHexString(new SecureRandom().nextLong())); // replaced at once
            List<String> arguments = new ArrayList<>(INITDB);
            arguments.addAll(List.of("-D", path.toString(), "--pwfile=" + password));
            binaries.run("initdb", arguments, "");
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /** In single-user mode, while nothing can connect. */
    private void setSuperuserPassword(String password) {
        binaries.run(
                "postgres",
                List.of("--single", "-D", path.toString(), "postgres"),
                "alter role postgres password '" + password + "'\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
