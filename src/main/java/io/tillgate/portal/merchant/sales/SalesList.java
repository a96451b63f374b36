package io.tillgate.portal.merchant.sales;

import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** The list of sales, all of it text in the reader's language. Links end in what the address bar needs. */
public record SalesList(
        Filters filters,
        List<Total> totals,
        List<Row> rows,
        boolean narrowed,
        String firstPage,
        String nextPage,
        String csv,
        String shown) {
    public SalesList {
        totals = List.copyOf(totals);
        rows = List.copyOf(rows);
    }

    public record Filters(
            String text, String from, String to, List<Option> stores, List<Option> tills, List<Option> states) {
        public Filters {
            stores = List.copyOf(stores);
            tills = List.copyOf(tills);
            states = List.copyOf(states);
        }
    }

    public record Total(String sales, String taken, String refunded, String net) {}

    public record Row(
            String href,
            String date,
            String time,
            String receipt,
            String where,
            String till,
            State state,
            String total) {}
}
