package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.EmbeddedStack;
import io.tillgate.stack.Stack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built service in its production profile, with the variables that the chart sets and nothing else, on a
 * database of its own. There is no Keycloak where it is told to look, so that no realm of the other tests is
 * touched: it starts, and waits.
 */
class StartingAsTheChartSaysIT {
    private static final String DATABASE = "as_the_chart_says";
    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path pod = Path.of("");

    @Test
    void the_service_starts_opens_its_ports_and_waits_for_keycloak() throws Exception {
        EmbeddedStack stack = Stack.running();
        makeDatabase(stack);
        int port = freePort();
        Process service = started(environment(stack, port));
        try {
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> !service.isAlive() || isListening(port));
            assertThat(service.isAlive()).as(() -> read(pod.resolve("log"))).isTrue();

            assertThat(status(port, "live")).isEqualTo(200);
            assertThat(status(port, "started")).isEqualTo(503);
            assertThat(check(port, "security-module").at("/data/protection").asText())
                    .isEqualTo("DEGRADED");
            assertThat(check(port, "tenants").path("status").asText()).isEqualTo("DOWN");
            await().atMost(START).until(() -> isUp(port, "mqtt") && isUp(port, "device-listener"));
        } finally {
            service.destroy();
            assertThat(service.waitFor(60, TimeUnit.SECONDS))
                    .as("goes when it is asked to")
                    .isTrue();
        }
    }

    private static void makeDatabase(EmbeddedStack stack) throws SQLException {
        try (Connection connection = stack.postgres().superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE + " owner tillgate_owner");
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to tillgate_app");
        }
    }

    /** The chart's variables with the secrets they refer to, and with this directory in the place of the pod's. */
    private Map<String, String> environment(EmbeddedStack stack, int port) throws IOException {
        Map<String, String> settings = stack.settings().asMap();
        Map<String, String> secrets = Map.of(
                "tillgate-master-key", known(settings, "tillgate.crypto.master-key"),
                "tillgate-owner", known(settings, "quarkus.flyway.password"),
                "tillgate-app", known(settings, "quarkus.datasource.password"),
                "keycloak-admin", "nobody");
        for (var file : Map.of(
                        "chain.pem", "tillgate.tls.certificate",
                        "key.pem", "tillgate.tls.key",
                        "ca.pem", "tillgate.tls.ca")
                .entrySet()) {
            Path copy = pod.resolve("etc/tillgate/tls").resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.copy(Path.of(known(settings, file.getValue())), copy);
        }
        Files.createDirectories(pod.resolve("etc/tillgate/tenants"));
        Map<String, String> variables = new HashMap<>();
        for (Map<String, Object> given :
                Yaml.maps(Yaml.at(workload(stack, port), "spec/template/spec/containers/0/env"))) {
            variables.put(Yaml.text(given, "name"), valueOf(given, secrets));
        }
        return variables;
    }

    private String valueOf(Map<String, Object> given, Map<String, String> secrets) {
        if (given.get("value") instanceof String value) {
            return value.startsWith("/") ? pod + value : value;
        }
        String secret = Yaml.text(given, "valueFrom/secretKeyRef/name");
        return secrets.getOrDefault(secret, Chart.RELEASE + "-tillgate-0");
    }

    private static Map<String, Object> workload(EmbeddedStack stack, int port) throws IOException {
        Map<String, Object> values = Chart.values("minimal");
        Yaml.put(values, "database/host", "127.0.0.1");
        Yaml.put(values, "database/port", stack.postgres().port());
        Yaml.put(values, "database/name", DATABASE);
        Yaml.put(values, "database/tls/mode", "disable");
        Yaml.put(values, "identity/url", "http://127.0.0.1:1");
        Yaml.put(
                values,
                "extraEnv",
                List.of(
                        Map.of("name", "QUARKUS_HTTP_PORT", "value", Integer.toString(port)),
                        Map.of("name", "TILLGATE_DEVICE_PORT", "value", Integer.toString(freePort())),
                        Map.of("name", "TILLGATE_MQTT_PORT", "value", Integer.toString(freePort()))));
        return Chart.manifests(values).stream()
                .filter(manifest -> "StatefulSet".equals(manifest.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private Process started(Map<String, String> environment) throws IOException {
        Path jar = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString())
                .directory(pod.toFile())
                .redirectErrorStream(true)
                .redirectOutput(pod.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    // --- asking

    private boolean isListening(int port) {
        try {
            return status(port, "live") > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private int status(int port, String kind) throws IOException {
        return answer(port, kind).statusCode();
    }

    private boolean isUp(int port, String check) throws IOException {
        return "UP".equals(check(port, check).path("status").asText());
    }

    private JsonNode check(int port, String name) throws IOException {
        JsonNode checks =
                new ObjectMapper().readTree(answer(port, "ready").body()).path("checks");
        Optional<JsonNode> found = StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> name.equals(check.path("name").asText()))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError("health says nothing of " + name + ": " + checks));
    }

    private HttpResponse<String> answer(int port, String kind) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/" + kind))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String known(Map<String, String> settings, String key) {
        return Objects.requireNonNull(settings.get(key), key);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
