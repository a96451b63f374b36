package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** Payouts that were released and are neither booked nor back. */
@ApplicationScoped
class PayoutsInTransit implements OpenItems {
    @Override
    public String name() {
        return "payouts-in-transit";
    }

    @Override
    public AccountCode control() {
        return AccountCode.PAYOUT_CLEARING;
    }

    @Override
    public String sql() {
        return "select currency, -sum(amount) as amount from payout_attempt where tenant_id = $1"
                + " and state in ('released', 'fetched', 'accepted') group by currency";
    }
}
