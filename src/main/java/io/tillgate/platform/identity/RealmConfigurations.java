package io.tillgate.platform.identity;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How tokens of a realm are verified and how people sign in to it. Made once for each realm; keys are fetched when first needed. */
@ApplicationScoped
class RealmConfigurations {
    /** Begins the id of a configuration for the portal; the slug follows. */
    static final String PORTAL = "portal-";

    /** Beyond the life of the access token: how long a person may pause before signing in again. */
    private static final Duration PAUSE_MAX = Duration.ofMinutes(30);

    private final IdentityProvider provider;
    private final ClientSecrets secrets;
    private final Map<RealmEntry, OidcTenantConfig> bearer = new ConcurrentHashMap<>();
    private final Map<RealmEntry, OidcTenantConfig> portal = new ConcurrentHashMap<>();

    RealmConfigurations(IdentityProvider provider, SecurityModule module) {
        this.provider = provider;
        this.secrets = new ClientSecrets(module);
    }

    OidcTenantConfig bearer(RealmEntry realm) {
        return bearer.computeIfAbsent(realm, this::newBearer);
    }

    OidcTenantConfig portal(RealmEntry realm) {
        return portal.computeIfAbsent(realm, this::newPortal);
    }

    private OidcTenantConfig newBearer(RealmEntry realm) {
        return realm("api-", realm)
                .applicationType(ApplicationType.SERVICE)
                .clientId(Audience.API)
                .token()
                .issuer(realm.issuer())
                .audience(Audience.API)
                .end()
                .build();
    }

    private OidcTenantConfig newPortal(RealmEntry realm) {
        String path = PortalPath.of(realm.slug());
        return realm(PORTAL, realm)
                .applicationType(ApplicationType.WEB_APP)
                .clientId(Audience.PORTAL_CLIENT)
                .credentials(secrets.portal(realm.realm()))
                .token()
                .issuer(realm.issuer())
                .refreshExpired()
                .end()
                .roles(Source.accesstoken)
                .authentication()
                .redirectPath(returnTo(path))
                .restorePathAfterRedirect()
                .cookiePath(path)
                .cookieSameSite(CookieSameSite.LAX)
                .pkceRequired()
                .stateSecret(secrets.portalState(realm.realm()))
                .sessionAgeExtension(PAUSE_MAX)
                .end()
                .build();
    }

    /** One address where the deployment has one, whatever a request calls itself; otherwise the path, under the request's name. */
    private String returnTo(String path) {
        return provider.portalUrls()
                .filter(urls -> urls.size() == 1)
                .map(urls -> urls.getFirst() + path)
                .orElse(path);
    }

    private OidcTenantConfigBuilder realm(String purpose, RealmEntry realm) {
        return OidcTenantConfig.authServerUrl(provider.url() + "/realms/" + realm.realm())
                .tenantId(purpose + realm.slug());
    }
}
