package io.tillgate.portal.merchant.goods;

import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** What the shop sells, all of it text in the reader's language. */
public record ProductsList(
        String text,
        List<Option> stores,
        List<Row> rows,
        Held held,
        boolean narrowed,
        String export,
        String firstPage,
        String nextPage,
        String shown) {
    public ProductsList {
        stores = List.copyOf(stores);
        rows = List.copyOf(rows);
    }

    /** Which tills have it; empty where none works. */
    public record Held(String said, String href, boolean behind) {
        static final Held NOTHING = new Held("", "", false);
    }

    public record Row(
            String href, String name, String sku, String price, String stock, boolean negative, State state) {}
}
