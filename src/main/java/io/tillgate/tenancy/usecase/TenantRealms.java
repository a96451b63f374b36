package io.tillgate.tenancy.usecase;

import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.IdentityProvider;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The realms whose tokens are believed: the platform's and the tenants'. A suspended tenant's say who is refused. */
@ApplicationScoped
class TenantRealms implements TenantDirectory {
    private final Tenants tenants;
    private final RealmEntry platform;

    TenantRealms(Tenants tenants, IdentityProvider provider) {
        this.tenants = tenants;
        this.platform = new RealmEntry(
                Caller.PLATFORM, PlatformRealm.NAME, PlatformRealm.NAME, provider.issuer(PlatformRealm.NAME), false);
    }

    @Override
    public Optional<RealmEntry> byIssuer(String issuer) {
        return issuer.equals(platform.issuer())
                ? Optional.of(platform)
                : tenants.byIssuer(issuer).map(TenantRealms::entry);
    }

    @Override
    public Optional<RealmEntry> bySlug(String slug) {
        return slug.equals(platform.slug())
                ? Optional.of(platform)
                : tenants.bySlug(slug).map(TenantRealms::entry);
    }

    @Override
    public List<RealmEntry> all() {
        return tenants.all().stream().map(TenantRealms::entry).toList();
    }

    private static RealmEntry entry(Tenant tenant) {
        return new RealmEntry(
                tenant.id(),
                tenant.slug(),
                tenant.realm(),
                tenant.issuer(),
                tenant.status() == Tenant.Status.SUSPENDED);
    }
}
