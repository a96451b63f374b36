package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What merchants are owed less, since they pay by the month. */
@ApplicationScoped
class AccountFees implements OpenItems {
    @Override
    public String name() {
        return "less-account-fees";
    }

    @Override
    public AccountCode control() {
        return AccountCode.MERCHANT_PAYABLE;
    }

    @Override
    public String sql() {
        return "select currency, sum(amount) as amount from account_fee where tenant_id = $1 group by currency";
    }
}
