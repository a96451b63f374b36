package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One price change; {@code version} is its ETag.
 *
 * @param reverts the price change that this one undoes
 * @param withdrawnAt when it was taken back before it began, or after it had been undone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Price(
        UUID id,
        ProductId product,
        String sku,
        @Nullable StoreId store,
        @Nullable Money price,
        String currency,
        Instant validFrom,
        @Nullable UUID reverts,
        @Nullable Instant withdrawnAt,
        int version) {}
