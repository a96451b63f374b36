package io.tillgate.sales.rest;

import io.tillgate.sales.store.SaleFilter;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filters of every list of sales; as {@code @BeanParam}. */
public record SaleQuery(
        @QueryParam("from") @Nullable LocalDate from,
        @QueryParam("to") @Nullable LocalDate to,
        @QueryParam("merchantId") @Nullable UUID merchant,
        @QueryParam("storeId") @Nullable UUID store,
        @QueryParam("terminalId") @Nullable UUID terminal,

        @QueryParam("state") @Pattern(regexp = "open|paid|voided|refunded") @Nullable
        String state,

        @QueryParam("amount") @Min(0) @Nullable Long amount,

        @QueryParam("last4") @Pattern(regexp = "[0-9]{4}") @Nullable
        String lastFour,

        @QueryParam("receipt") @Size(max = 20) @Nullable String receipt) {

    SaleFilter filter() {
        return new SaleFilter(
                new SaleFilter.Dates(from, to),
                new SaleFilter.Where(merchant, store, terminal),
                state,
                amount,
                lastFour,
                receipt);
    }
}
