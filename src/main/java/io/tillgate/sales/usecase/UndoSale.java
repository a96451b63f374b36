package io.tillgate.sales.usecase;

import io.tillgate.payments.Original;
import io.tillgate.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Give money back, or cancel a payment of the same day.
 *
 * @param kind whether a refund or a void
 * @param amount of a refund; all that is left when null
 * @param returns lines whose goods come back to stock with a refund; a void returns all by itself
 */
public record UndoSale(
        SellGoods.Request request,
        Kind kind,
        Original original,
        @Nullable Money amount,
        List<GoodsBack> returns,
        String reasonCode,
        @Nullable String cashier) {
    public UndoSale {
        returns = List.copyOf(returns);
    }

    public enum Kind {
        REFUND,
        VOID
    }

    /**
     * @param line of the sale, from 0
     * @param quantity plain decimal; all that is left when null
     */
    public record GoodsBack(int line, @Nullable String quantity) {}
}
