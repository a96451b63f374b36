package io.tillgate.merchants;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.store.MerchantLookups;
import io.tillgate.merchants.usecase.CreatingMerchants;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The front door. Look-ups run in a transaction of their own, in the tenant's scope: callers that act for a merchant
 * compare {@code merchant()} themselves.
 */
@ApplicationScoped
public class Merchants {
    private final MerchantLookups lookups;
    private final CreatingMerchants creating;

    Merchants(MerchantLookups lookups, CreatingMerchants creating) {
        this.lookups = lookups;
        this.creating = creating;
    }

    /** What trades under a number, and whether it may now. */
    public Uni<Optional<TradingAccount>> account(TenantId tenant, MerchantNumber number) {
        return lookups.account(tenant, number);
    }

    public Uni<Optional<TradingAccount>> account(TenantId tenant, MerchantAccountId id) {
        return lookups.account(tenant, id);
    }

    public Uni<Optional<Merchant>> merchant(TenantId tenant, MerchantId id) {
        return lookups.merchant(tenant, id);
    }

    public Uni<Optional<Store>> store(TenantId tenant, StoreId id) {
        return lookups.store(tenant, id);
    }

    /** The trading names of those that are known. */
    public Uni<Map<MerchantId, String>> names(TenantId tenant, Collection<MerchantId> ids) {
        return lookups.names(tenant, ids);
    }

    /** Where an account's payouts go now. */
    public Uni<Optional<BankAccount>> payoutAccount(TenantId tenant, MerchantAccountId account) {
        return lookups.payoutAccount(tenant, account);
    }

    /** In the caller's transaction, which has the tenant's scope. */
    public Uni<MerchantCreated> create(Records tx, NewMerchant command) {
        return creating.create(tx, command);
    }
}
