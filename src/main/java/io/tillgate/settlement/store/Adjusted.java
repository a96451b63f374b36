package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What merchants are owed more, or less, by corrections that two people made. */
@ApplicationScoped
class Adjusted implements OpenItems {
    @Override
    public String name() {
        return "adjustments";
    }

    @Override
    public AccountCode control() {
        return AccountCode.MERCHANT_PAYABLE;
    }

    @Override
    public String sql() {
        return "select currency, -sum(amount) as amount from adjustment where tenant_id = $1 and state = 'confirmed'"
                + " group by currency";
    }
}
