package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever ends {@code up}, nothing is left in the way of the next start, and nothing that was committed is lost. */
class StoppingAndComingBackIT {
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> ports = RunningLauncher.freePorts();

    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void a_signal_ends_every_child_within_ten_seconds(Signal signal, int exitCode) throws Exception {
        try (RunningLauncher launcher = RunningLauncher.up(data, ports, "postgres")) {
            launcher.awaitReady();

            int code = launcher.signal(signal).exitCodeWithin(STOP_MAX);

            assertThat(code).isEqualTo(exitCode);
            assertThat(launcher.children()).isEmpty();
            assertThat(data.resolve("up.json")).doesNotExist();
        }
    }

    @Test
    void a_signal_while_keycloak_is_starting_ends_every_child_within_ten_seconds() throws Exception {
        try (RunningLauncher launcher = RunningLauncher.up(data, ports, "postgres,keycloak")) {
            launcher.awaitLine("PostgreSQL on port");

            int code = launcher.signal(Signal.TERM).exitCodeWithin(STOP_MAX);

            assertThat(code).isEqualTo(143);
            assertThat(launcher.children()).isEmpty();
        }
    }

    @Test
    void a_killed_supervisor_comes_back_with_everything_and_without_orphans() throws Exception {
        try (RunningLauncher killed = RunningLauncher.up(data, ports, "postgres,keycloak")) {
            killed.awaitReady();
            sql("create table kept (id int); insert into kept values (42)");
            JsonNode before = upFile();
            killed.signal(Signal.KILL).exitCodeWithin(STOP_MAX);
            assertThat(killed.children()).as("orphans").hasSize(2);

            try (RunningLauncher next = RunningLauncher.up(data, ports, "postgres,keycloak")) {
                next.awaitReady();

                assertThat(sql("select id from kept")).isEqualTo("42");
                assertThat(upFile().path("platform")).isEqualTo(before.path("platform"));
                assertThat(next.children()).hasSize(2).noneMatch(child -> wasIn(before, child.pid()));
            }
        }
    }

    @Test
    void private_files_are_for_their_owner_only() throws Exception {
        try (RunningLauncher launcher = RunningLauncher.up(data, ports, "postgres")) {
            launcher.awaitReady();

            for (String name : new String[] {"up.json", "secrets.json", "demo-users.json", "pki/server.key"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    private static boolean wasIn(JsonNode upFile, long pid) {
        return Stream.of("postgres", "keycloak")
                .anyMatch(name -> upFile.path("pids").path(name).asLong() == pid);
    }

    private JsonNode upFile() throws IOException {
        return JSON.readTree(data.resolve("up.json").toFile());
    }

    private String sql(String sql) throws SQLException, IOException {
        JsonNode secrets = JSON.readTree(data.resolve("secrets.json").toFile());
        String url = "jdbc:postgresql://127.0.0.1:" + ports.get("TILLGATE_PG_PORT") + "/tillgate";
        String password = secrets.path("TILLGATE_OWNER").asText();
        try (Connection connection = DriverManager.getConnection(url, "tillgate_owner", password);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
