package io.tillgate.merchants.usecase;

import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TenancyTerms implements TenantTerms {
    private final Tenants tenants;

    TenancyTerms(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public boolean hasFeePlan(TenantId tenant, String name) {
        return tenants.settings(tenant).pricing().plan(name).isPresent();
    }
}
