package io.tillgate.platform.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where Keycloak is and how it is first entered. */
@ConfigMapping(prefix = "tillgate.identity")
public interface IdentityProvider {
    /** Base URL for this service. */
    @WithDefault("http://localhost:8180")
    String url();

    /** Base URL for browsers and in tokens, where it differs. */
    Optional<String> publicUrl();

    /** The master administrator; used to create realms and to repair their service account, for nothing else. */
    @WithDefault("admin")
    String adminUsername();

    Optional<String> adminPassword();

    /** How long one call may take; creating a realm takes the longest. */
    @WithDefault("30s")
    Duration timeout();

    /**
     * Base URLs under which people reach the portal; a sign-in returns to these only, and where there is
     * one, to it whatever name a request used. Without it: this machine's own.
     */
    Optional<List<String>> portalUrls();

    /** The {@code iss} of a realm's tokens. */
    default String issuer(String realm) {
        return publicUrl().orElse(url()) + "/realms/" + realm;
    }
}
