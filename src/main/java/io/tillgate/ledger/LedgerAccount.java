package io.tillgate.ledger;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.TenantId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account of the book. Its id follows from what it is, so that a posting needs no look-up on the sale path.
 *
 * @param owner the merchant account it belongs to; null for the tenant's own
 */
public record LedgerAccount(
        TenantId tenant, AccountCode code, @Nullable MerchantAccountId owner, Currency currency) {
    public LedgerAccount {
        boolean owned = code.holder() == AccountCode.Holder.MERCHANT_ACCOUNT;
        if (owned != (owner != null)) {
            throw new IllegalArgumentException(code.code() + (owned ? " needs" : " takes no") + " merchant account");
        }
    }

    public static LedgerAccount ofTenant(TenantId tenant, AccountCode code, Currency currency) {
        return new LedgerAccount(tenant, code, null, currency);
    }

    public static LedgerAccount ofMerchant(
            TenantId tenant, AccountCode code, MerchantAccountId owner, Currency currency) {
        return new LedgerAccount(tenant, code, owner, currency);
    }

    public UUID id() {
        return DerivedId.of("ledger-account", tenant, code.code(), owner == null ? "-" : owner, currency);
    }
}
