package io.tillgate.platform.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Describes the service under test the way {@code up.json} describes an installation. */
final class Upstanding {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Upstanding() {}

    /** Writes {@code up.json} into the directory. */
    static void describe(Path directory) {
        ObjectNode up = JSON.createObjectNode()
                .put("http", "http://localhost:" + RestAssured.port)
                .put("device", "https://localhost:" + property("tillgate.device.port"))
                .put("mqtts", "localhost:" + property("tillgate.mqtt.port"))
                .put("ca", property("tillgate.tls.ca"))
                .put("keycloak", property("tillgate.identity.url"));
        up.putObject("simulators").put("cardHost", cardHost());
        up.putObject("apiClient").put("clientId", "tillgate-cli");
        try {
            JsonNode users =
                    JSON.readTree(Path.of(property("tillgate.embedded.users")).toFile());
            up.set("platform", users.get("platform"));
            up.set("tenants", users.get("tenants"));
            Files.writeString(directory.resolve("up.json"), up.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cardHost() {
        return "http://localhost:" + property("TILLGATE_SIM_PORT");
    }

    private static String property(String name) {
        return String.valueOf(System.getProperty(name));
    }
}
