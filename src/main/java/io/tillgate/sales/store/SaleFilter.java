package io.tillgate.sales.store;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What to list; a null asks nothing.
 *
 * @param dates business dates, both inclusive
 * @param total of the sale, minor units
 * @param lastFour of a card that was used for it
 */
public record SaleFilter(
        Dates dates,
        Where where,
        @Nullable String state,
        @Nullable Long total,
        @Nullable String lastFour,
        @Nullable String receiptNumber) {
    public record Dates(@Nullable LocalDate from, @Nullable LocalDate to) {}

    public record Where(
            @Nullable UUID merchant,
            @Nullable UUID store,
            @Nullable UUID terminal) {}

    /** Each condition with {@code ?} for its value. */
    void each(BiConsumer<String, Object> condition) {
        given(condition, "s.business_date >= ?", dates.from());
        given(condition, "s.business_date <= ?", dates.to());
        given(condition, "s.merchant_id = ?", where.merchant());
        given(condition, "s.store_id = ?", where.store());
        given(condition, "s.terminal_id = ?", where.terminal());
        given(condition, "s.state = ?", state);
        given(condition, "s.total = ?", total);
        given(condition, "s.receipt_number = ?", receiptNumber);
        given(
                condition,
                "exists (select from sale_payment p where p.tenant_id = s.tenant_id and p.business_date = s.business_date"
                        + " and p.sale_id = s.id and p.card_last4 = ?)",
                lastFour);
    }

    private static void given(BiConsumer<String, Object> condition, String sql, @Nullable Object value) {
        if (value != null) {
            condition.accept(sql, value);
        }
    }
}
