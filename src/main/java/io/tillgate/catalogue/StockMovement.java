package io.tillgate.catalogue;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line that changes one balance.
 *
 * @param thousandths signed: negative when goods leave
 * @param cause where it comes from; the same cause changes the balance once, however often it comes
 */
public record StockMovement(
        TenantId tenant, MerchantId merchant, StoreId store, ProductId product, long thousandths, Cause cause) {

    /**
     * Where a movement comes from.
     *
     * @param source the sale, refund, receipt or count; a void's or reversal's own id, never the sale's again
     * @param line the line inside it, from 0
     * @param at in business time
     * @param businessDate of the source; fixed, since it is part of what makes the movement unique
     */
    public record Cause(
            UUID source,
            int line,
            StockReason reason,
            LocalDate businessDate,
            Instant at,
            @Nullable String note) {}
}
