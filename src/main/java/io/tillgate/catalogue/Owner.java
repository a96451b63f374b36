package io.tillgate.catalogue;

import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;

/** Whose catalogue: one merchant of one tenant. */
public record Owner(TenantId tenant, MerchantId merchant) {
    public Scope scope() {
        return Scope.merchant(tenant, merchant);
    }
}
