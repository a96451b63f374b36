package io.tillgate.tenancy.keycloak;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.platform.identity.IdentityProvider;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes realms equal to their descriptions. A realm remembers the hash of the description it was made equal to, so that
 * doing it again costs one token and one read.
 */
@ApplicationScoped
public class Realms {
    private static final String APPLIED = "tillgate.description";

    private final KeycloakConnection keycloak;
    private final IdentityProvider provider;

    Realms(KeycloakConnection keycloak, IdentityProvider provider) {
        this.keycloak = keycloak;
        this.provider = provider;
    }

    /** What {@link #ensure} had to do. */
    public enum Ensured {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    public Uni<Ensured> ensure(RealmSpec spec) {
        JsonObject description = RealmDescription.of(spec);
        String hash = HexFormat.of().formatHex(CanonicalJson.sha256(description.encode()));
        description.put("attributes", new JsonObject().put(APPLIED, hash));
        return managerToken(spec.realm(), spec.secrets().admin())
                .chain(token -> keycloak.get(token, "/" + spec.realm()).chain(realm -> switch (realm.expect(200, 404)
                        .status()) {
                    case 404 ->
                        keycloak.post(token, "", description)
                                .invoke(answer -> answer.expect(201))
                                .replaceWith(Ensured.CREATED);
                    default ->
                        hash.equals(appliedHash(realm.object()))
                                ? Uni.createFrom().item(Ensured.UNCHANGED)
                                : change(token, spec, realm.object(), hash).replaceWith(Ensured.CHANGED);
                }));
    }

    /** A token of the realm's own service account. */
    Uni<String> realmToken(String realm, String secret) {
        return keycloak.token(realm, clientCredentials(secret))
                .map(answer -> answer.expect(200).object().getString("access_token"));
    }

    /** The realm's service account; the master administrator where there is none yet or its secret is another. */
    private Uni<String> managerToken(String realm, String secret) {
        return keycloak.token(realm, clientCredentials(secret))
                .chain(answer -> answer.is(200)
                        ? Uni.createFrom().item(answer)
                        : keycloak.token("master", masterCredentials()).map(master -> master.expect(200)))
                .map(answer -> answer.object().getString("access_token"));
    }

    private static MultiMap clientCredentials(String secret) {
        return MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "client_credentials")
                .add("client_id", RealmDescription.ADMIN)
                .add("client_secret", secret);
    }

    private MultiMap masterCredentials() {
        return MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "password")
                .add("client_id", "admin-cli")
                .add("username", provider.adminUsername())
                .add("password", provider.adminPassword().orElse(""));
    }

    /** Contents first, the hash last: a change that stops halfway is done again. */
    private Uni<Void> change(String token, RealmSpec spec, JsonObject present, String hash) {
        String realm = "/" + spec.realm();
        JsonObject changed = present.copy().mergeIn(RealmDescription.settings(spec));
        changed.put(
                "attributes",
                present.getJsonObject("attributes", new JsonObject()).put(APPLIED, hash));
        return keycloak.put(token, realm + "/users/profile", UserProfile.json())
                .invoke(answer -> answer.expect(200))
                .chain(() -> each(RealmDescription.roles(spec), role -> role(token, realm, role)))
                .chain(() -> each(RealmDescription.clients(spec), client -> client(token, realm, client)))
                .chain(() -> demoUsers(token, realm, spec.demo()))
                .chain(() -> keycloak.put(token, realm, changed))
                .invoke(answer -> answer.expect(204))
                .replaceWithVoid();
    }

    private Uni<Void> role(String token, String realm, JsonObject role) {
        return keycloak.post(token, realm + "/roles", role)
                .invoke(answer -> answer.expect(201, 409))
                .replaceWithVoid();
    }

    private Uni<Void> client(String token, String realm, JsonObject client) {
        return keycloak.get(token, realm + "/clients?clientId=" + client.getString("clientId"))
                .chain(found -> {
                    JsonArray present = found.expect(200).array();
                    return present.isEmpty()
                            ? createClient(token, realm, client)
                            : updateClient(
                                    token,
                                    realm + "/clients/"
                                            + present.getJsonObject(0).getString("id"),
                                    client);
                });
    }

    private Uni<Void> createClient(String token, String realm, JsonObject client) {
        return keycloak.post(token, realm + "/clients", client)
                .map(answer -> answer.expect(201).createdId())
                .chain(id -> client.getString("clientId").equals(RealmDescription.BANK)
                        ? giveBankRole(token, realm, id)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> giveBankRole(String token, String realm, String clientId) {
        return keycloak.get(token, realm + "/clients/" + clientId + "/service-account-user")
                .map(answer -> answer.expect(200).object().getString("id"))
                .chain(user -> keycloak.get(token, realm + "/roles/" + RealmDescription.BANK)
                        .chain(role -> keycloak.post(
                                token,
                                realm + "/users/" + user + "/role-mappings/realm",
                                new JsonArray().add(role.expect(200).object()))))
                .invoke(answer -> answer.expect(204))
                .replaceWithVoid();
    }

    /** Keycloak leaves the mappers alone when a client is changed, so they are sent one by one. */
    private Uni<Void> updateClient(String token, String path, JsonObject client) {
        return keycloak.put(token, path, client)
                .invoke(answer -> answer.expect(204))
                .chain(() -> each(
                        client.getJsonArray("protocolMappers"),
                        mapper -> keycloak.post(token, path + "/protocol-mappers/models", mapper)
                                .invoke(answer -> answer.expect(201, 409))
                                .replaceWithVoid()));
    }

    private Uni<Void> demoUsers(String token, String realm, JsonArray users) {
        return users.isEmpty()
                ? Uni.createFrom().voidItem()
                : keycloak.post(
                                token,
                                realm + "/partialImport",
                                new JsonObject().put("ifResourceExists", "SKIP").put("users", users))
                        .invoke(answer -> answer.expect(200))
                        .replaceWithVoid();
    }

    private static Uni<Void> each(JsonArray items, Function<JsonObject, Uni<Void>> work) {
        return Multi.createFrom()
                .items(items.stream().map(JsonObject.class::cast))
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last();
    }

    private static @Nullable String appliedHash(JsonObject realm) {
        return realm.getJsonObject("attributes", new JsonObject()).getString(APPLIED);
    }
}
