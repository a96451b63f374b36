package io.tillgate.platform.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Which realm has to vouch for a request: below {@code /portal/{slug}} the one the path names, everywhere else the one that
 * the bearer token names as its issuer. A realm that is not in the directory vouches for nobody.
 */
@ApplicationScoped
class RealmResolver implements TenantConfigResolver {
    private final TenantDirectory directory;
    private final RealmConfigurations configurations;

    RealmResolver(TenantDirectory directory, RealmConfigurations configurations) {
        this.directory = directory;
        this.configurations = configurations;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return config(request)
                .map(found -> Uni.createFrom().item(found))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Optional<OidcTenantConfig> config(RoutingContext request) {
        Optional<String> slug = PortalPath.slug(request.normalizedPath());
        if (slug.isPresent()) {
            return slug.flatMap(directory::bySlug).map(configurations::portal);
        }
        return BearerToken.issuer(request.request().getHeader("Authorization"))
                .flatMap(directory::byIssuer)
                .map(configurations::bearer);
    }
}
