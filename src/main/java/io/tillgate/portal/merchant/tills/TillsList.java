package io.tillgate.portal.merchant.tills;

import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** The tills of the shop, all of it text in the reader's language. */
public record TillsList(Filters filters, List<Row> rows, boolean narrowed, String csv, String shown) {
    public TillsList {
        rows = List.copyOf(rows);
    }

    /** @param stores empty where there is nothing to choose */
    public record Filters(String text, List<Option> stores, List<Option> states) {
        public Filters {
            stores = List.copyOf(stores);
            states = List.copyOf(states);
        }
    }

    public record Row(
            String href,
            String number,
            String name,
            String store,
            State state,
            String seen,
            String software,
            String battery) {}
}
