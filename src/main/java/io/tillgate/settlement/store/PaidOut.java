package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What merchants are owed no more: payouts that were released and did not come back. */
@ApplicationScoped
class PaidOut implements OpenItems {
    @Override
    public String name() {
        return "less-payouts";
    }

    @Override
    public AccountCode control() {
        return AccountCode.MERCHANT_PAYABLE;
    }

    @Override
    public String sql() {
        return "select currency, sum(amount) as amount from payout_attempt where tenant_id = $1"
                + " and state in ('released', 'fetched', 'accepted', 'booked') group by currency";
    }
}
