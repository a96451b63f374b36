package io.tillgate.onboarding.usecase;

import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.FeePlans;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.TenantSettings.Agreement;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Terms as the tenant's file says them now. */
@ApplicationScoped
class TenancyApplicationTerms implements ApplicationTerms.Source {
    static final String AGREEMENT = "merchant-terms";

    private final Tenants tenants;

    TenancyApplicationTerms(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public ApplicationTerms of(TenantId tenant) {
        TenantSettings settings = tenants.settings(tenant);
        Agreement agreement = settings.currentAgreement(AGREEMENT)
                .orElseThrow(() -> new IllegalStateException("a tenant without " + AGREEMENT));
        return new ApplicationTerms(
                settings.slug(),
                settings.name()::in,
                settings.currency(),
                settings.pricing().plans().stream().map(FeePlans.Plan::name).collect(Collectors.toSet()),
                settings.pricing().defaultPlan(),
                new AgreementWording(settings, agreement),
                settings.onboarding()::accepts);
    }
}
