package io.tillgate.launcher;

import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where things are.
 *
 * @param base the repository: sources, {@code tenants/}, {@code target/}
 * @param data what one installation keeps; {@code .tillgate} unless {@code TILLGATE_DATA} says otherwise
 */
public record Places(Path base, Path data) {
    /** From the environment; creates the data directory, readable by its owner only. */
    public static Places fromEnvironment() {
        Path base = Path.of(System.getProperty("tillgate.basedir", ""))
                .toAbsolutePath()
                .normalize();
        String chosen = System.getenv("TILLGATE_DATA");
        return at(base, chosen == null || chosen.isBlank() ? base.resolve(".tillgate") : Path.of(chosen));
    }

    public static Places at(Path base, Path data) {
        try {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new Places(base.toRealPath(), data.toRealPath());
        } catch (IOException e) {
            throw new CannotStart("the data directory " + data + " cannot be used: " + e.getMessage(), e);
        }
    }

    public Desk desk() {
        return new Desk(data);
    }

    public Path target() {
        return base.resolve("target");
    }

    /** Made while building, shared by all installations of this working copy. */
    public Path embedded() {
        return target().resolve("embedded");
    }

    public Path tenants() {
        return base.resolve("tenants");
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path pki() {
        return data.resolve("pki");
    }

    /** There once the shipped tenants have their two merchants each. */
    public Path firstMerchants() {
        return data.resolve("first-merchants");
    }

    /** What the simulated bank fetched and has not answered. */
    Path bank() {
        return data.resolve("bank");
    }

    /** How far the demo data is played. */
    public Path replay() {
        return data.resolve("replay.json");
    }

    public Path demoUsers() {
        return data.resolve("demo-users.json");
    }

    public Path upFile() {
        return data.resolve("up.json");
    }

    /** The Java executable that runs us; children run with the same one. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
