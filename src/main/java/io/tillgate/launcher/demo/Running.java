package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.demo.Api.Where;
import io.tillgate.launcher.demo.Api.Who;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The running installation, as {@code up.json} describes it. */
public record Running(JsonNode up) {
    public static Running from(Path upFile) {
        if (!Files.exists(upFile)) {
            throw new StoryBroken("nothing is running here: start ./tillgate up first (no " + upFile + ")");
        }
        try {
            return new Running(new ObjectMapper().readTree(upFile.toFile()));
        } catch (IOException unreadable) {
            throw new StoryBroken("cannot read " + upFile + ": " + unreadable.getMessage());
        }
    }

    public Where where() {
        return new Where(
                text("http"),
                text("keycloak"),
                up.get("apiClient").get("clientId").asText());
    }

    Who operator() {
        JsonNode platform = up.get("platform");
        JsonNode user = platform.get("users").get(0);
        return new Who(
                platform.get("realm").asText(),
                user.get("username").asText(),
                user.get("password").asText());
    }

    /** A user of a tenant that came with the installation. */
    public Who user(String tenant, String role) {
        return users(tenant, role).stream()
                .findFirst()
                .orElseThrow(() -> new StoryBroken("up.json names no " + role + " of " + tenant));
    }

    /** Everybody with this role there, in the order of the file. */
    public List<Who> users(String tenant, String role) {
        List<Who> found = new ArrayList<>();
        for (JsonNode known : up.get("tenants")) {
            if (known.get("slug").asText().equals(tenant)) {
                for (JsonNode user : known.get("users")) {
                    if (user.get("role").asText().equals(role)) {
                        found.add(new Who(
                                known.get("realm").asText(),
                                user.get("username").asText(),
                                user.get("password").asText()));
                    }
                }
            }
        }
        return found;
    }

    /** What a tenant's bank signs in with. */
    Who bankClient(String tenant) {
        for (JsonNode known : up.get("tenants")) {
            if (known.get("slug").asText().equals(tenant)) {
                JsonNode client = known.get("bankClient");
                return new Who(
                        known.get("realm").asText(),
                        client.get("clientId").asText(),
                        client.get("clientSecret").asText());
            }
        }
        throw new StoryBroken("up.json names no bank client of " + tenant);
    }

    public URI device() {
        return URI.create(text("device"));
    }

    public String mqttHost() {
        return text("mqtts").split(":", 2)[0];
    }

    public int mqttPort() {
        return Integer.parseInt(text("mqtts").split(":", 2)[1]);
    }

    public Path ca() {
        return Path.of(text("ca"));
    }

    public String cardHost() {
        return up.get("simulators").get("cardHost").asText();
    }

    public String bank() {
        return up.get("simulators").get("bank").asText();
    }

    private String text(String member) {
        return up.get(member).asText();
    }
}
