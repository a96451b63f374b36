package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Ledger;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.platform.persistence.Records;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class LedgerAccountsOpener implements AccountsOpener {
    private final Ledger ledger;

    LedgerAccountsOpener(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<Void> open(Records tx, MerchantAccount account) {
        return ledger.openAccounts(tx, account.tenant(), account.id(), account.currency());
    }
}
