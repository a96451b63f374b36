package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.process.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service can be killed and comes back alone; when it cannot come back, everything stops. With a stand-in service. */
class KeepingTheServiceAliveIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> ports = RunningLauncher.freePorts();

    @TempDir
    private Path base = Path.of("");

    private Path data = Path.of("");

    @BeforeEach
    void a_working_copy_with_a_stand_in_for_the_service() throws IOException {
        data = Files.createDirectories(base.resolve("data"));
        Path application = Files.createDirectories(base.resolve("target/quarkus-app"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        String resource = StandInService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar =
                        new JarOutputStream(Files.newOutputStream(application.resolve("quarkus-run.jar")), manifest);
                InputStream code = StandInService.class.getResourceAsStream("/" + resource)) {
            assertThat(code).isNotNull();
            jar.putNextEntry(new JarEntry(resource));
            code.transferTo(jar);
        }
        Files.createSymbolicLink(
                base.resolve("target/embedded"), RunningLauncher.workingCopy().resolve("target/embedded"));
    }

    @Test
    void a_killed_service_is_started_again_and_its_new_pid_is_told() throws Exception {
        try (RunningLauncher launcher = up()) {
            launcher.awaitReady();
            JsonNode before = pids();

            Signal.KILL.sendTo(before.path("service").asLong());

            await().until(() ->
                    pids().path("service").asLong() != before.path("service").asLong());
            assertThat(healthStatus()).isEqualTo(200);
            assertThat(pids().path("postgres")).isEqualTo(before.path("postgres"));
        }
    }

    @Test
    void a_service_that_does_not_start_stops_everything_and_names_its_log() throws Exception {
        Files.createFile(data.resolve("fail"));
        try (RunningLauncher launcher = up()) {
            assertThat(launcher.failure()).singleElement().asString().contains("service", "exit code 3", "service.log");
            assertThat(launcher.children()).isEmpty();
        }
    }

    @Test
    void a_service_that_cannot_come_back_stops_everything_and_names_its_log() throws Exception {
        try (RunningLauncher launcher = up()) {
            launcher.awaitReady();
            Files.createFile(data.resolve("fail"));
            Signal.KILL.sendTo(pids().path("service").asLong());

            assertThat(launcher.failure()).singleElement().asString().contains("ended 6 times", "service.log");
            assertThat(launcher.children()).isEmpty();
        }
    }

    @Test
    void no_secret_is_on_a_command_line() throws Exception {
        try (RunningLauncher launcher = up()) {
            launcher.awaitReady();
            JsonNode secrets = JSON.readTree(data.resolve("secrets.json").toFile());

            assertThat(launcher.children())
                    .hasSize(2)
                    .extracting(child -> child.info().commandLine().orElse(""))
                    .allSatisfy(command ->
                            secrets.forEach(secret -> assertThat(command).doesNotContain(secret.asText())));
        }
    }

    private RunningLauncher up() {
        return RunningLauncher.up(base, data, ports, "postgres,service");
    }

    private JsonNode pids() throws IOException {
        return JSON.readTree(data.resolve("up.json").toFile()).path("pids");
    }

    private int healthStatus() throws IOException {
        URI health = URI.create("http://127.0.0.1:" + ports.get("TILLGATE_HTTP_PORT") + "/q/health/ready");
        HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
        return connection.getResponseCode();
    }
}
