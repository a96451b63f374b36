package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the books say is in a store.
 *
 * @param quantity decimal string, may be negative
 * @param variance whether there is something to explain: more was sold than ever came in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StockBalance(
        StoreId store,
        String sku,
        ProductNames name,
        String quantity,
        boolean variance,
        @Nullable Instant countedAt) {}
