package io.tillgate.settlement.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What card hosts owe no more: what they paid and what they kept, run by run. */
@ApplicationScoped
class FundedByHosts implements OpenItems {
    @Override
    public String name() {
        return "less-fundings";
    }

    @Override
    public AccountCode control() {
        return AccountCode.CARD_HOST_RECEIVABLE;
    }

    @Override
    public String sql() {
        return "select currency, -sum(expected) as amount from host_funding where tenant_id = $1"
                + " and state = 'received' group by currency";
    }
}
