package io.tillgate.portal.merchant.sales;

import io.tillgate.portal.merchant.shop.State;
import io.tillgate.sales.Sale;

/** What a sale's state is called. */
final class SaleStates {
    private SaleStates() {}

    static State of(Sale sale, SalesMessages words) {
        return switch (sale.state()) {
            case OPEN ->
                sale.progress().paid() == 0
                        ? new State(words.state_notpaid(), "")
                        : new State(words.state_open(), "warn");
            case PAID ->
                sale.progress().refunded() > 0
                        ? new State(words.state_part(), "")
                        : new State(words.state_paid(), "good");
            case VOIDED -> new State(words.state_voided(), "");
            case REFUNDED -> new State(words.state_refunded(), "");
        };
    }
}
