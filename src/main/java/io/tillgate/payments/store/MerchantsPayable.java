package io.tillgate.payments.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What merchants are owed, payment by payment: sales less their fees, less refunds and theirs. */
@ApplicationScoped
class MerchantsPayable implements OpenItems {
    @Override
    public String name() {
        return "card-payments-less-fees";
    }

    @Override
    public AccountCode control() {
        return AccountCode.MERCHANT_PAYABLE;
    }

    @Override
    public String sql() {
        return "select currency, sum(case kind when 'sale' then fee - approved_amount else approved_amount + fee end)"
                + " as amount from payment where tenant_id = $1 and tender = 'card' and state = 'approved'"
                + " and kind in ('sale', 'refund') group by currency";
    }
}
