package io.tillgate.catalogue.store;

import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price change to be stored. {@code currency} is there also when the price is not. */
public record NewPrice(
        ProductId product,
        @Nullable StoreId store,
        @Nullable Money price,
        String currency,
        Instant validFrom,
        Instant now,
        @Nullable UUID reverts) {}
