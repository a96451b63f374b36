package io.tillgate.analytics;

import io.tillgate.shared.MerchantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The acquirer's merchants by their net takings, the largest first.
 *
 * @param merchants with any payment in the period, also those beyond the rows asked for
 * @param tills that took a payment in the period
 * @param total of all
 */
public record MerchantVolumes(
        Measured measured, Period compared, List<Row> rows, long merchants, long tills, Takings total, Takings card) {
    public MerchantVolumes {
        rows = List.copyOf(rows);
    }

    /** @param name null where the merchant is not known any more */
    public record Row(
            MerchantId merchant,
            @Nullable String name,
            Takings takings,
            Takings before,
            Summary.Rate approval,
            long tills) {}
}
