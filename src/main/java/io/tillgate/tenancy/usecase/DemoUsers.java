package io.tillgate.tenancy.usecase;

import io.tillgate.platform.identity.Roles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The people and the bank's secret of an embedded installation, from the file that the launcher writes. */
@ApplicationScoped
class DemoUsers {
    private final Optional<JsonObject> file;

    DemoUsers(@ConfigProperty(name = "tillgate.embedded.users") Optional<Path> users, Embedding embedding) {
        if (users.isPresent() && !embedding.isEmbedded()) {
            throw new IllegalStateException(
                    "tillgate.embedded.users is for the embedded profile: demo users do not belong here");
        }
        this.file = users.map(DemoUsers::read);
    }

    /** In Keycloak's form; without managers, whom a merchant's owner lets in. */
    JsonArray of(String realm) {
        JsonArray users = new JsonArray();
        entry(realm)
                .ifPresent(entry -> entry.getJsonArray("users").stream()
                        .map(JsonObject.class::cast)
                        .filter(user -> !Roles.MERCHANT_MANAGER.equals(user.getString("role")))
                        .forEach(user -> users.add(user(user))));
        return users;
    }

    Optional<String> bankSecret(String realm) {
        return entry(realm).map(e -> e.getJsonObject("bankClient")).map(c -> c.getString("clientSecret"));
    }

    private Optional<JsonObject> entry(String realm) {
        return file.flatMap(f -> realm.equals(PlatformRealm.NAME)
                ? Optional.ofNullable(f.getJsonObject("platform"))
                : f.getJsonArray("tenants", new JsonArray()).stream()
                        .map(JsonObject.class::cast)
                        .filter(t -> realm.equals(t.getString("realm")))
                        .findFirst());
    }

    private static JsonObject user(JsonObject user) {
        return new JsonObject()
                .put("username", user.getString("username"))
                .put("email", user.getString("email"))
                .put("emailVerified", true)
                .put("enabled", true)
                .put("realmRoles", new JsonArray().add(user.getString("role")))
                .put(
                        "credentials",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "password")
                                        .put("value", user.getString("password"))));
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
