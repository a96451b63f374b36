package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What the bank moved and two people have not yet said whose it is. */
@ApplicationScoped
class SuspendedMoney implements OpenItems {
    @Override
    public String name() {
        return "bank-breaks";
    }

    @Override
    public AccountCode control() {
        return AccountCode.SUSPENSE;
    }

    @Override
    public String sql() {
        return "select currency, -sum(moved) as amount from bank_break where tenant_id = $1"
                + " and moved is not null and state <> 'resolved' group by currency";
    }
}
