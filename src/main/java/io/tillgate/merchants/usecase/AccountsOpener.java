package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.platform.persistence.Records;

/** Opens the ledger accounts of a merchant account, in the same transaction. */
public interface AccountsOpener {
    Uni<Void> open(Records tx, MerchantAccount account);
}
