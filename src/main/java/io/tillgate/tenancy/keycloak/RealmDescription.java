package io.tillgate.tenancy.keycloak;

import io.tillgate.platform.identity.Audience;
import io.tillgate.platform.identity.Roles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A realm of ours in Keycloak's own words, whole: what one POST creates and what later applies compare with. */
final class RealmDescription {
    static final String AUDIENCE = Audience.API;

    static final String PORTAL = Audience.PORTAL_CLIENT;
    static final String CLI = "tillgate-cli";
    static final String ADMIN = "tillgate-admin";
    static final String BANK = "bank";

    /** Enough to manage people, clients and settings of this one realm; not to delete it or to act as somebody. */
    static final List<String> ADMIN_ROLES = List.of(
            "manage-realm",
            "manage-users",
            "manage-clients",
            "view-realm",
            "view-users",
            "view-clients",
            "query-users");

    private static final int ACCESS_TOKEN_SECONDS = 300;
    private static final int IDLE_SECONDS = 1800;
    private static final int SESSION_SECONDS = 36_000;

    /** Two wrong passwords within a second are a double click as often as a program: Keycloak's own minute is for the latter. */
    private static final int DOUBLE_CLICK_WAIT_SECONDS = 5;

    private RealmDescription() {}

    static JsonObject of(RealmSpec spec) {
        return settings(spec)
                .put("roles", new JsonObject().put("realm", roles(spec)))
                .put("clients", clients(spec))
                .put("users", serviceAccounts(spec).addAll(spec.demo()))
                .put(
                        "components",
                        new JsonObject()
                                .put(
                                        "org.keycloak.userprofile.UserProfileProvider",
                                        new JsonArray().add(userProfile())));
    }

    /** The realm's own settings, without what it contains. */
    static JsonObject settings(RealmSpec spec) {
        return new JsonObject()
                .put("realm", spec.realm())
                .put("displayName", spec.displayName())
                .put("enabled", true)
                .put("sslRequired", "external")
                .put("registrationAllowed", false)
                .put("loginWithEmailAllowed", true)
                .put("duplicateEmailsAllowed", false)
                .put("resetPasswordAllowed", true)
                .put("editUsernameAllowed", false)
                .put("passwordPolicy", "length(12) and notUsername(undefined) and notEmail(undefined)")
                .put("bruteForceProtected", true)
                .put("permanentLockout", false)
                .put("failureFactor", 10)
                .put("waitIncrementSeconds", 60)
                .put("maxFailureWaitSeconds", 900)
                .put("minimumQuickLoginWaitSeconds", DOUBLE_CLICK_WAIT_SECONDS)
                .put("accessTokenLifespan", ACCESS_TOKEN_SECONDS)
                .put("ssoSessionIdleTimeout", IDLE_SECONDS)
                .put("ssoSessionMaxLifespan", SESSION_SECONDS)
                .put("revokeRefreshToken", false)
                .put("internationalizationEnabled", true)
                .put("supportedLocales", new JsonArray().add("en").add("zh-CN"))
                .put("defaultLocale", spec.locale().getLanguage().equals("zh") ? "zh-CN" : "en");
    }

    static JsonArray roles(RealmSpec spec) {
        JsonArray roles = new JsonArray();
        spec.roles().stream().sorted().forEach(role -> roles.add(new JsonObject().put("name", role)));
        return roles;
    }

    static JsonArray clients(RealmSpec spec) {
        JsonArray clients = new JsonArray()
                .add(portal(spec))
                .add(serviceAccount(ADMIN, spec.secrets().admin(), List.of()));
        if (spec.roles().contains(Roles.BANK)) {
            clients.add(serviceAccount(BANK, spec.secrets().bank(), List.of(audience())));
        }
        if (spec.passwordGrant()) {
            clients.add(client(CLI, List.of(audience(), merchant()))
                    .put("publicClient", true)
                    .put("directAccessGrantsEnabled", true));
        }
        return clients;
    }

    private static JsonObject portal(RealmSpec spec) {
        return client(PORTAL, List.of(audience(), merchant()))
                .put("publicClient", false)
                .put("secret", spec.secrets().portal())
                .put("standardFlowEnabled", true)
                .put(
                        "redirectUris",
                        new JsonArray(spec.portalUrls().stream()
                                .map(u -> u + "/portal/*")
                                .toList()))
                .put(
                        "attributes",
                        new JsonObject(Map.of("post.logout.redirect.uris", "+", "pkce.code.challenge.method", "S256")));
    }

    private static JsonObject serviceAccount(String id, String secret, List<JsonObject> mappers) {
        return client(id, mappers)
                .put("publicClient", false)
                .put("secret", secret)
                .put("serviceAccountsEnabled", true);
    }

    /** Nothing is allowed unless it is said. */
    private static JsonObject client(String id, List<JsonObject> mappers) {
        return new JsonObject()
                .put("clientId", id)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", false)
                .put("fullScopeAllowed", true)
                .put("redirectUris", new JsonArray())
                .put("protocolMappers", new JsonArray(mappers));
    }

    private static JsonObject audience() {
        return mapper("tillgate-audience", "oidc-audience-mapper")
                .put(
                        "config",
                        new JsonObject(Map.of("included.custom.audience", AUDIENCE, "access.token.claim", "true")));
    }

    private static JsonObject merchant() {
        return mapper("tillgate-merchant", "oidc-usermodel-attribute-mapper")
                .put(
                        "config",
                        new JsonObject(Map.of(
                                "user.attribute",
                                UserProfile.MERCHANT,
                                "claim.name",
                                UserProfile.MERCHANT,
                                "jsonType.label",
                                "String",
                                "access.token.claim",
                                "true",
                                "id.token.claim",
                                "true",
                                "userinfo.token.claim",
                                "false")));
    }

    private static JsonObject mapper(String name, String kind) {
        return new JsonObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind);
    }

    private static JsonArray serviceAccounts(RealmSpec spec) {
        JsonArray users = new JsonArray()
                .add(serviceUser(ADMIN)
                        .put("clientRoles", new JsonObject().put("realm-management", new JsonArray(ADMIN_ROLES))));
        if (spec.roles().contains(Roles.BANK)) {
            users.add(serviceUser(BANK).put("realmRoles", new JsonArray().add(Roles.BANK)));
        }
        return users;
    }

    private static JsonObject serviceUser(String client) {
        return new JsonObject()
                .put("username", "service-account-" + client)
                .put("enabled", true)
                .put("serviceAccountClientId", client);
    }

    private static JsonObject userProfile() {
        return new JsonObject()
                .put("providerId", "declarative-user-profile")
                .put(
                        "config",
                        new JsonObject()
                                .put(
                                        "kc.user.profile.config",
                                        new JsonArray().add(UserProfile.json().encode())));
    }
}
