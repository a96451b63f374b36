package io.tillgate.payments.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** Cash that went into the merchants' drawers, payment by payment. */
@ApplicationScoped
class CashInStores implements OpenItems {
    @Override
    public String name() {
        return "cash-payments";
    }

    @Override
    public AccountCode control() {
        return AccountCode.CASH_IN_STORES;
    }

    @Override
    public String sql() {
        return "select currency, sum(case kind when 'sale' then approved_amount else -approved_amount end) as amount"
                + " from payment where tenant_id = $1 and tender = 'cash' and state = 'approved'"
                + " and kind in ('sale', 'refund') group by currency";
    }
}
