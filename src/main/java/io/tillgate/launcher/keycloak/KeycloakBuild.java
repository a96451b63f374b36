package io.tillgate.launcher.keycloak;

import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Child;
import io.tillgate.launcher.process.Desk;
import io.tillgate.launcher.process.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Keycloak's own build step and the training run for its AOT cache. Belongs to building Tillgate, not to starting it. */
public final class KeycloakBuild {
    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final Duration CACHE_WRITTEN = Duration.ofMinutes(3);

    private KeycloakBuild() {}

    /** Fixes database and features in the distribution, so that {@code --optimized} starts need no second build. */
    public static void build(KeycloakHome home, Desk desk) {
        Program program = new Program(
                "keycloak-build",
                home.command(List.of(desk.mark()), List.of("build", "--db=postgres", "--health-enabled=true")),
                Map.of(),
                home.home());
        Child child = Child.start(program, desk);
        try {
            OptionalInt code = child.exitCode(BUILD);
            if (code.isEmpty() || code.getAsInt() != 0) {
                throw new CannotStart("Keycloak's build step failed: see " + child.log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted during Keycloak's build step", e);
        } finally {
            child.stop(Duration.ofSeconds(2));
        }
    }

    /** Starts it once on the database, waits until it is ready, and ends it; what it loaded is kept for later starts. */
    public static void train(KeycloakHome home, Desk desk, KeycloakServer.Settings settings) {
        List<String> record = List.of("-XX:AOTCacheOutput=" + home.aotCache());
        KeycloakServer server = KeycloakServer.start(home, desk, settings, record);
        try {
            server.awaitReady();
        } finally {
            server.child().stop(CACHE_WRITTEN);
        }
    }
}
