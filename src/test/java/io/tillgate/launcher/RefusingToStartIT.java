package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.launcher.process.Signal;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps {@code up} from starting is one line and exit code 1, and nothing is left running. */
class RefusingToStartIT {
    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"TILLGATE_PG_PORT", "TILLGATE_KEYCLOAK_PORT", "TILLGATE_MQTT_PORT"})
    void a_taken_port_is_named_with_its_variable(String variable) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, String> ports = new HashMap<>(RunningLauncher.freePorts());
            ports.put(variable, Integer.toString(taken.getLocalPort()));

            List<String> failure = failureOf(ports, "postgres,keycloak,service");

            assertThat(failure).singleElement().asString().contains(variable, "port " + taken.getLocalPort());
        }
    }

    @Test
    void a_variable_that_is_no_port_is_refused() throws Exception {
        List<String> failure = failureOf(Map.of("TILLGATE_HTTP_PORT", "web"), "postgres");

        assertThat(failure).singleElement().asString().contains("TILLGATE_HTTP_PORT", "'web'");
    }

    @Test
    void data_of_another_postgresql_is_refused_and_untouched() throws Exception {
        Path version = data.resolve("postgres").resolve("PG_VERSION");
        Files.createDirectories(version.getParent());
        Files.writeString(version, "17\n");

        List<String> failure = failureOf(RunningLauncher.freePorts(), "postgres");

        assertThat(failure).singleElement().asString().contains("PostgreSQL 17", "TILLGATE_DATA");
        assertThat(version.getParent()).isDirectoryContaining(version::equals);
        assertThat(data.resolve("secrets.json")).doesNotExist();
    }

    @Test
    void data_without_its_secrets_is_refused() throws Exception {
        Files.createDirectories(data.resolve("postgres"));

        List<String> failure = failureOf(RunningLauncher.freePorts(), "postgres");

        assertThat(failure).singleElement().asString().contains("secrets.json");
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_and_the_first_goes_on() throws Exception {
        try (RunningLauncher first = RunningLauncher.up(data, RunningLauncher.freePorts(), "postgres")) {
            first.awaitReady();
            // not closed: it ends by itself, and closing it would end the first one's children
            RunningLauncher second = RunningLauncher.up(data, RunningLauncher.freePorts(), "postgres");

            assertThat(second.failure()).singleElement().asString().contains("already running", "TILLGATE_DATA");
            assertThat(first.children()).hasSize(1);
            assertThat(data.resolve("up.json")).exists();
        }
    }

    @Test
    void keycloak_that_dies_while_starting_stops_everything_and_names_its_log() throws Exception {
        try (RunningLauncher launcher = RunningLauncher.up(data, RunningLauncher.freePorts(), "postgres,keycloak")) {
            launcher.awaitLine("PostgreSQL on port");
            Signal.KILL.sendTo(pid("keycloak"));

            List<String> failure = launcher.failure();

            assertThat(failure).singleElement().asString().contains("keycloak", "keycloak.log");
            assertThat(launcher.children()).isEmpty();
        }
    }

    @Test
    void a_database_that_dies_later_stops_everything_and_names_its_log() throws Exception {
        try (RunningLauncher launcher = RunningLauncher.up(data, RunningLauncher.freePorts(), "postgres")) {
            launcher.awaitReady();
            Signal.KILL.sendTo(pid("postgres"));

            List<String> failure = launcher.failure();

            assertThat(failure).singleElement().asString().contains("postgres stopped", "postgres.log");
            assertThat(launcher.children()).isEmpty();
            assertThat(data.resolve("up.json")).doesNotExist();
        }
    }

    private List<String> failureOf(Map<String, String> environment, String parts) throws InterruptedException {
        try (RunningLauncher launcher = RunningLauncher.up(data, environment, parts)) {
            List<String> failure = launcher.failure();
            assertThat(launcher.children()).isEmpty();
            return failure;
        }
    }

    /** Waits for the pid file: the program may not have been started yet. */
    private long pid(String name) throws IOException {
        Path file = data.resolve("run").resolve(name + ".pid");
        Awaitility.await().until(() -> Files.exists(file) && Files.size(file) > 0);
        return Long.parseLong(Files.readString(file));
    }
}
