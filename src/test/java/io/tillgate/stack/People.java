package io.tillgate.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The demo people of the stack, as programs act for them: name, password, and a fresh token of their realm. */
public final class People {
    private static final Duration APPLIED_MAX = Duration.ofSeconds(90);

    private People() {}

    /** One of them. */
    public record Person(String realm, String role, String username, String password) {
        /** A token by the password grant. */
        public String token() {
            Response answer = signIn();
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(username + " cannot sign in: " + answer.asString());
            }
            return answer.path("access_token");
        }

        /** Keycloak's answer to the password grant. */
        public Response signIn() {
            return RestAssured.given()
                    .baseUri(System.getProperty("tillgate.identity.url"))
                    .formParam("grant_type", "password")
                    .formParam("client_id", "tillgate-cli")
                    .formParam("username", username)
                    .formParam("password", password)
                    .post("/realms/" + realm + "/protocol/openid-connect/token");
        }
    }

    /** Returns when every realm and tenant is applied. */
    public static void awaitTenants() {
        await().atMost(APPLIED_MAX)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> RestAssured.get("/q/health/ready").path("checks.find { it.name == 'tenants' }.status"),
                        "UP"::equals);
    }

    public static Person operator() {
        return person("platform", users().get("platform"), "operator");
    }

    /** The first person with this role in a tenant's realm. */
    public static Person of(String slug, String role) {
        return StreamSupport.stream(users().get("tenants").spliterator(), false)
                .filter(tenant -> tenant.get("slug").asText().equals(slug))
                .findFirst()
                .map(tenant -> person(slug, tenant, role))
                .orElseThrow();
    }

    /** Everybody with this role in a tenant's realm. */
    public static List<Person> all(String slug, String role) {
        return StreamSupport.stream(users().get("tenants").spliterator(), false)
                .filter(tenant -> tenant.get("slug").asText().equals(slug))
                .flatMap(tenant -> StreamSupport.stream(tenant.get("users").spliterator(), false))
                .filter(user -> user.get("role").asText().equals(role))
                .map(user -> new Person(
                        slug,
                        role,
                        user.get("username").asText(),
                        user.get("password").asText()))
                .toList();
    }

    private static Person person(String realm, JsonNode entry, String role) {
        return StreamSupport.stream(entry.get("users").spliterator(), false)
                .filter(user -> user.get("role").asText().equals(role))
                .findFirst()
                .map(user -> new Person(
                        realm,
                        role,
                        user.get("username").asText(),
                        user.get("password").asText()))
                .orElseThrow();
    }

    private static JsonNode users() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of(System.getProperty("tillgate.embedded.users"))
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
