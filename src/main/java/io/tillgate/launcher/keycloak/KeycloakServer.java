package io.tillgate.launcher.keycloak;

import io.tillgate.launcher.process.Child;
import io.tillgate.launcher.process.Desk;
import io.tillgate.launcher.process.FreePort;
import io.tillgate.launcher.process.Program;
import io.tillgate.launcher.process.Readiness;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A starting or running Keycloak on 127.0.0.1. It begins with the master realm only; the service makes the tenants' realms
 * over the admin API.
 */
public final class KeycloakServer {
    private static final Duration START = Duration.ofMinutes(4);

    /**
     * Without it Keycloak refuses whoever signs in while another sign-in of the same person is still being checked, even
     * with the right password. Failures are counted and lead to a lockout all the same. No realm setting does this.
     */
    private static final String CONCURRENT_SIGN_INS =
            "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true";

    private final Child child;
    private final URI health;

    private KeycloakServer(Child child, URI health) {
        this.child = child;
        this.health = health;
    }

    /**
     * What one server runs with.
     *
     * @param port where browsers and programs reach it
     * @param jdbcUrl of its database, whose owner is {@code keycloak}
     * @param databasePassword of role {@code keycloak}
     * @param adminPassword of user {@code admin}; only looked at when the master realm is made
     */
    public record Settings(int port, String jdbcUrl, String databasePassword, String adminPassword) {
        /** The administrator of the master realm. */
        public static final String ADMIN = "admin";

        @Override
        public String toString() {
            return "Keycloak on port " + port;
        }
    }

    /** Starts it and returns at once. */
    public static KeycloakServer start(KeycloakHome home, Desk desk, Settings settings) {
        return start(home, desk, settings, home.aotOption());
    }

    static KeycloakServer start(KeycloakHome home, Desk desk, Settings settings, List<String> aot) {
        int management = FreePort.any();
        List<String> jvm = new ArrayList<>(List.of(desk.mark()));
        jvm.addAll(aot);
        Program program = new Program(
                "keycloak",
                home.command(jvm, arguments(settings, management)),
                Map.of(
                        "KC_DB_PASSWORD", settings.databasePassword(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", Settings.ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword()),
                home.home());
        return new KeycloakServer(
                Child.start(program, desk), URI.create("http://127.0.0.1:" + management + "/health/ready"));
    }

    public Child child() {
        return child;
    }

    /** Returns when it answers; fails with one line when it ends before. */
    public KeycloakServer awaitReady() {
        Readiness.await(child, health, START);
        return this;
    }

    private static List<String> arguments(Settings settings, int management) {
        return List.of(
                "start",
                "--optimized",
                "--db-url=" + settings.jdbcUrl(),
                "--db-username=keycloak",
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + management,
                "--hostname=http://localhost:" + settings.port(),
                "--cache=local",
                CONCURRENT_SIGN_INS);
    }
}
