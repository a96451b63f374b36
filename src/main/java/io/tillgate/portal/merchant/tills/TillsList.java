package io.tillgate.portal.merchant.tills;

import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** The tills of the shop, all of it text in the reader's language. */
public record TillsList(List<Row> rows, String summary) {
    public TillsList {
        rows = List.copyOf(rows);
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
