package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantLifecycle;
import io.tillgate.tenancy.TenantSettings.KeyDelivery;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

/** What a tenant's file means for terminals: it has a certificate authority, and says how keys reach its terminals. */
@ApplicationScoped
class TenantTerminals implements TenantLifecycle, KeyDeliveryPolicy {
    private final CertificateAuthorities authorities;
    private final Tenants tenants;

    TenantTerminals(CertificateAuthorities authorities, Tenants tenants) {
        this.authorities = authorities;
        this.tenants = tenants;
    }

    @Override
    public Uni<Void> applied(Tenant tenant) {
        return authorities.ensureAuthority(tenant.id());
    }

    @Override
    public boolean delivers(TenantId tenant) {
        return tenants.settings(tenant).keys() == KeyDelivery.DELIVER;
    }
}
