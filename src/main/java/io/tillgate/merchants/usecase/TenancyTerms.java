package io.tillgate.merchants.usecase;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CategoryCode;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;

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

    @Override
    public Currency currency(TenantId tenant) {
        return tenants.settings(tenant).currency();
    }

    @Override
    public boolean accepts(TenantId tenant, CategoryCode category) {
        return tenants.settings(tenant).onboarding().accepts(category);
    }
}
