package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.KnownMerchants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** People can be let in to merchants that there are. */
@ApplicationScoped
class MerchantsForStaff implements KnownMerchants {
    private final Merchants merchants;

    MerchantsForStaff(Merchants merchants) {
        this.merchants = merchants;
    }

    @Override
    public Uni<Boolean> has(TenantId tenant, MerchantId merchant) {
        return merchants.merchant(tenant, merchant).map(Optional::isPresent);
    }
}
