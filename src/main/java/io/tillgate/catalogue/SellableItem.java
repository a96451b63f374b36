package io.tillgate.catalogue;

import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as a store sells it now.
 *
 * @param taxRate decimal string such as {@code 0.13}
 * @param price in force, null when none is set: then the till's own price counts
 */
public record SellableItem(
        ProductId product,
        String sku,
        ProductNames names,
        UnitOfSale unit,
        String taxRate,
        boolean active,
        @Nullable CurrentPrice price) {

    /**
     * The price in force and the one before it, for tills that have not heard of the change yet.
     *
     * @param since when the price in force replaced the one before
     */
    public record CurrentPrice(
            Money now, Instant since, @Nullable Money before) {
        /** Whether a till may charge this: the price in force, or the one before while its change is younger than the grace. */
        public boolean allows(Money charged, Instant notChangedBefore) {
            return now.equals(charged) || (charged.equals(before) && !since.isBefore(notChangedBefore));
        }
    }
}
