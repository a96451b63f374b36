package io.tillgate.sales;

import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money back, asked for by a person.
 *
 * @param whole whether the payment is cancelled on its day (a void) rather than refunded
 * @param amount of a refund; null for all that is left
 * @param returns lines whose goods come back to stock
 * @param key the same when it is asked again: nothing is paid twice
 */
public record UndoPayment(
        PaymentId payment,
        boolean whole,
        @Nullable Money amount,
        List<GoodsReturned> returns,
        String reasonCode,
        String key) {
    public UndoPayment {
        returns = List.copyOf(returns);
    }

    /** @param quantity decimal; null for all of the line */
    public record GoodsReturned(int line, @Nullable String quantity) {}
}
