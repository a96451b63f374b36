package io.tillgate.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document that the running service hands out. */
record ApiDocument(JsonNode json) {
    static ApiDocument ofTheService() {
        try {
            return new ApiDocument(new ObjectMapper()
                    .readTree(RestAssured.get("/q/openapi?format=json").asString()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** One method of one path, as in {@code GET /api/v1/me}. */
    record Operation(String name, JsonNode description) {
        String method() {
            return name.substring(0, name.indexOf(' '));
        }

        String path() {
            return name.substring(name.indexOf(' ') + 1);
        }

        /** Who may call it; empty: everybody who is signed in, or, where nothing is secured, everybody. */
        Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            description
                    .path("security")
                    .forEach(each -> each.forEach(named -> named.forEach(role -> roles.add(role.asText()))));
            return roles;
        }
    }

    List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        json.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (method.getValue().has("responses")) {
                        String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                        found.add(new Operation(name, method.getValue()));
                    }
                }));
        return found;
    }
}
