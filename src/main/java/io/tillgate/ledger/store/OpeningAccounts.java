package io.tillgate.ledger.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.LedgerAccount;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.TenantId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens what is not open yet; any number of times. */
public final class OpeningAccounts {
    public static final String SQL = "insert into ledger_account (tenant_id, id, code, merchant_account_id, currency)"
            + " select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[])"
            + " as t (tenant_id, id, code, merchant_account_id, currency) order by tenant_id, id"
            + " on conflict do nothing";

    private OpeningAccounts() {}

    /** The tenant's own accounts in the currency, and those of the merchant account when one is named. */
    public static Object[] parameters(TenantId tenant, @Nullable MerchantAccountId owner, Currency currency) {
        List<LedgerAccount> accounts = new ArrayList<>();
        for (AccountCode code : AccountCode.values()) {
            if (code.holder() == AccountCode.Holder.TENANT) {
                accounts.add(LedgerAccount.ofTenant(tenant, code, currency));
            } else if (owner != null) {
                accounts.add(LedgerAccount.ofMerchant(tenant, code, owner, currency));
            }
        }
        return columns(accounts);
    }

    private static Object[] columns(List<LedgerAccount> accounts) {
        int size = accounts.size();
        UUID[] tenants = new UUID[size];
        UUID[] ids = new UUID[size];
        String[] codes = new String[size];
        @Nullable UUID[] owners = new @Nullable UUID[size];
        String[] currencies = new String[size];
        for (int i = 0; i < size; i++) {
            LedgerAccount account = accounts.get(i);
            MerchantAccountId owner = account.owner();
            tenants[i] = account.tenant().value();
            ids[i] = account.id();
            codes[i] = account.code().code();
            owners[i] = owner == null ? null : owner.value();
            currencies[i] = account.currency().getCurrencyCode();
        }
        return new Object[] {tenants, ids, codes, owners, currencies};
    }
}
