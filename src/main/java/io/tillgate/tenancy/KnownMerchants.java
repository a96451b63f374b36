package io.tillgate.tenancy;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;

/** Whether a tenant has such a merchant; implemented by {@code merchants}, which stands above. */
public interface KnownMerchants {
    Uni<Boolean> has(TenantId tenant, MerchantId merchant);
}
