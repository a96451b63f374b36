package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What merchants are owed less, since it is held back. */
@ApplicationScoped
class ReservesOwed implements OpenItems {
    @Override
    public String name() {
        return "less-reserves";
    }

    @Override
    public AccountCode control() {
        return AccountCode.MERCHANT_PAYABLE;
    }

    @Override
    public String sql() {
        return "select currency, sum(amount) as amount from reserve where tenant_id = $1 and released_on is null"
                + " group by currency";
    }
}
