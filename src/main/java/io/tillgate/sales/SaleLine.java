package io.tillgate.sales;

import io.tillgate.shared.ProductId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket as it was sold. Amounts in minor units of the sale's currency, quantities in thousandths.
 *
 * @param line its place, from 0
 * @param total quantity times unit price, half up, less the discount
 * @param taxRate decimal string such as {@code 0.13}
 * @param returned how much of it came back to stock with refunds
 */
public record SaleLine(
        int line,
        Article article,
        long thousandths,
        long unitPrice,
        long discount,
        long total,
        String taxRate,
        @Nullable CouponUse coupon,
        long returned) {

    /**
     * What was sold.
     *
     * @param product null for an article that the catalogue does not know
     */
    public record Article(
            @Nullable ProductId product,
            String sku,
            @Nullable String nameEn,
            @Nullable String nameZh) {
        /** In Chinese or English, whichever there is. */
        public String name(boolean chinese) {
            String wanted = chinese ? nameZh : nameEn;
            String other = chinese ? nameEn : nameZh;
            return wanted != null ? wanted : other != null ? other : sku;
        }
    }

    public record CouponUse(UUID id, String code) {}
}
