package io.tillgate.sales;

import io.tillgate.shared.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * A sale with its lines, for figures.
 *
 * @param sale without its payments
 * @param tender the first of its payments that was approved, be it undone since; null when there was none
 */
public record SoldBasket(Sale sale, @Nullable PaymentId tender) {
    /** Whether the goods left and were paid for: a refund does not change that, a void or a reversal does. */
    public boolean stands() {
        boolean paid = sale.progress().paid() >= sale.terms().total().value();
        return paid && (sale.state() == SaleState.PAID || sale.state() == SaleState.REFUNDED);
    }
}
