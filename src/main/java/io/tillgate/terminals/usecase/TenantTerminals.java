package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.telemetry.TenantTag;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantLifecycle;
import io.tillgate.tenancy.TenantSettings.KeyDelivery;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;

/** What a tenant's file means for terminals: it has a certificate authority, and says how keys reach its terminals. */
@ApplicationScoped
class TenantTerminals implements TenantLifecycle, KeyDeliveryPolicy, TenantRules {
    private final CertificateAuthorities authorities;
    private final Tenants tenants;
    private final TenantTag tag;

    TenantTerminals(CertificateAuthorities authorities, Tenants tenants, TenantTag tag) {
        this.authorities = authorities;
        this.tenants = tenants;
        this.tag = tag;
    }

    @Override
    public Uni<Void> applied(Tenant tenant) {
        return authorities.ensureAuthority(tenant.id());
    }

    @Override
    public boolean delivers(TenantId tenant) {
        return tenants.settings(tenant).keys() == KeyDelivery.DELIVER;
    }

    @Override
    public OptionalInt messagesPerMinute(TenantId tenant) {
        return tenants.byId(tenant).stream()
                .mapToInt(t -> t.settings().limits().messagesPerMinute())
                .findFirst();
    }

    @Override
    public boolean isSuspended(TenantId tenant) {
        return tenants.byId(tenant)
                .filter(t -> t.status() == Tenant.Status.SUSPENDED)
                .isPresent();
    }

    @Override
    public String label(TenantId tenant) {
        return tag.of(tenants.byId(tenant).map(Tenant::slug).orElse("other"));
    }
}
