package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What is held back of merchants, reserve by reserve. */
@ApplicationScoped
class ReservesHeld implements OpenItems {
    @Override
    public String name() {
        return "reserves";
    }

    @Override
    public AccountCode control() {
        return AccountCode.MERCHANT_RESERVE;
    }

    @Override
    public String sql() {
        return "select currency, -sum(amount) as amount from reserve where tenant_id = $1 and released_on is null"
                + " group by currency";
    }
}
