package io.tillgate.analytics;

import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * About whom and when.
 *
 * @param scope whose rows the caller may see; for a merchant's people that merchant's
 * @param merchant one merchant only; null for all that the scope shows
 * @param store one store only; null for all
 * @param currency null for the tenant's own
 */
public record Question(
        Scope scope,
        TenantId tenant,
        @Nullable MerchantId merchant,
        @Nullable StoreId store,
        Period period,
        @Nullable Currency currency) {

    /** About one merchant, in the tenant's currency, whatever its people may see besides. */
    public static Question ofMerchant(TenantId tenant, MerchantId merchant, Period period) {
        return new Question(Scope.merchant(tenant, merchant), tenant, merchant, null, period, null);
    }

    /** About the whole tenant. */
    public static Question ofTenant(TenantId tenant, Period period) {
        return new Question(Scope.tenant(tenant), tenant, null, null, period, null);
    }

    public Question in(Period other) {
        return new Question(scope, tenant, merchant, store, other, currency);
    }

    public Question at(@Nullable StoreId other) {
        return new Question(scope, tenant, merchant, other, period, currency);
    }
}
