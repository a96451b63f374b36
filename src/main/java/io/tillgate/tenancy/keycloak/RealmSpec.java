package io.tillgate.tenancy.keycloak;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a realm of ours must be like.
 *
 * @param portalUrls base URLs to which a sign-in may return
 * @param demo users to create if they are absent, in Keycloak's form; empty outside the embedded installation
 * @param passwordGrant whether programs may act as a user with name and password; embedded only
 */
public record RealmSpec(
        String realm,
        String displayName,
        Locale locale,
        Set<String> roles,
        Secrets secrets,
        List<String> portalUrls,
        JsonArray demo,
        boolean passwordGrant) {

    /** Secrets of the confidential clients. */
    public record Secrets(String portal, String admin, String bank) {
        @Override
        public String toString() {
            return "Secrets[***]";
        }
    }
}
