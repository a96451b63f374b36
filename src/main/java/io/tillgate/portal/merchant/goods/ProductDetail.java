package io.tillgate.portal.merchant.goods;

import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product and its form, all of it text in the reader's language.
 *
 * @param shelf price and stock; null while the product is new
 */
public record ProductDetail(
        String name,
        Fields fields,
        List<Option> units,
        String action,
        String back,
        Mistakes mistakes,
        @Nullable Shelf shelf) {
    public ProductDetail {
        units = List.copyOf(units);
    }

    /** As they stand in the form. */
    public record Fields(
            String sku,
            String nameEn,
            String nameZh,
            String unit,
            String tax,
            String category,
            String barcodes,
            boolean active,
            String version) {}

    public record Shelf(
            String price,
            String priceLabel,
            String priceAction,
            List<PriceRow> prices,
            List<StockRow> stock,
            List<Option> stores,
            List<Option> reasons,
            String stockAction,
            List<Move> moves) {
        public Shelf {
            prices = List.copyOf(prices);
            stock = List.copyOf(stock);
            stores = List.copyOf(stores);
            reasons = List.copyOf(reasons);
            moves = List.copyOf(moves);
        }
    }

    public record PriceRow(String price, String from, String where, boolean gone) {}

    public record StockRow(String store, String quantity, boolean negative) {}

    public record Move(String what, String when, String quantity) {}
}
