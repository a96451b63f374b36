package io.tillgate.tenancy.usecase;

import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.IdentityProvider;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The realms whose tokens are believed: the platform's and those of active tenants. */
@ApplicationScoped
class TenantRealms implements TenantDirectory {
    private final Tenants tenants;
    private final RealmEntry platform;

    TenantRealms(Tenants tenants, IdentityProvider provider) {
        this.tenants = tenants;
        this.platform = new RealmEntry(
                Caller.PLATFORM, PlatformRealm.NAME, PlatformRealm.NAME, provider.issuer(PlatformRealm.NAME));
    }

    @Override
    public Optional<RealmEntry> byIssuer(String issuer) {
        return issuer.equals(platform.issuer())
                ? Optional.of(platform)
                : tenants.byIssuer(issuer).filter(TenantRealms::isActive).map(TenantRealms::entry);
    }

    @Override
    public Optional<RealmEntry> bySlug(String slug) {
        return slug.equals(platform.slug())
                ? Optional.of(platform)
                : tenants.bySlug(slug).filter(TenantRealms::isActive).map(TenantRealms::entry);
    }

    @Override
    public List<RealmEntry> all() {
        return tenants.all().stream()
                .filter(TenantRealms::isActive)
                .map(TenantRealms::entry)
                .toList();
    }

    private static boolean isActive(Tenant tenant) {
        return tenant.status() == Tenant.Status.ACTIVE;
    }

    private static RealmEntry entry(Tenant tenant) {
        return new RealmEntry(tenant.id(), tenant.slug(), tenant.realm(), tenant.issuer());
    }
}
