package io.tillgate.payments.store;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;

/** What card hosts owe, payment by payment: approved sales less refunds. */
@ApplicationScoped
class CardReceivable implements OpenItems {
    @Override
    public String name() {
        return "card-payments";
    }

    @Override
    public AccountCode control() {
        return AccountCode.CARD_HOST_RECEIVABLE;
    }

    @Override
    public String sql() {
        return "select currency, sum(case kind when 'sale' then approved_amount else -approved_amount end) as amount"
                + " from payment where tenant_id = $1 and tender = 'card' and state = 'approved'"
                + " and kind in ('sale', 'refund') group by currency";
    }
}
