package io.tillgate.analytics;

import io.tillgate.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold in the period, the largest amounts first.
 *
 * @param total of all products, also those beyond the rows asked for
 */
public record Products(Measured measured, Period compared, List<Row> rows, Money total) {
    public Products {
        rows = List.copyOf(rows);
    }

    /**
     * Of sales that were paid in full and stand.
     *
     * @param thousandths of the product's unit
     * @param amount what the lines cost, less line discounts and their share of the basket's discount; with tax where prices hold it
     * @param returnedThousandths of these, what came back to stock since, whenever that was
     */
    public record Row(
            String sku,
            @Nullable String nameEn,
            @Nullable String nameZh,
            long thousandths,
            Money amount,
            long returnedThousandths,
            Money amountBefore) {}
}
