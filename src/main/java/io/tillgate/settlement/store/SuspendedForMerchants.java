package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What merchants are owed, or owe, of money that stood in suspense. */
@ApplicationScoped
class SuspendedForMerchants implements OpenItems {
    @Override
    public String name() {
        return "bank-breaks-of-merchants";
    }

    @Override
    public AccountCode control() {
        return AccountCode.MERCHANT_PAYABLE;
    }

    @Override
    public String sql() {
        return "select currency, -sum(moved) as amount from bank_break where tenant_id = $1"
                + " and belongs = 'merchant' and state = 'resolved' group by currency";
    }
}
