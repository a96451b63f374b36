package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One booked stock movement; {@code quantity} is signed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StockEntry(
        UUID id,
        LocalDate businessDate,
        StoreId store,
        String sku,
        String quantity,
        String reason,
        UUID source,
        int line,
        @Nullable String note,
        Instant recordedAt) {}
