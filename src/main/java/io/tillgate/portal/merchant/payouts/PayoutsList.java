package io.tillgate.portal.merchant.payouts;

import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** What builds up and what was paid, all of it text in the reader's language. */
public record PayoutsList(List<Building> building, List<Row> rows, String firstPage, String nextPage, String shown) {
    public PayoutsList {
        building = List.copyOf(building);
        rows = List.copyOf(rows);
    }

    /** @param carried and {@code underWay} are empty when they are nothing */
    public record Building(
            String account, String amount, boolean negative, String carried, String underWay, String cutOff) {}

    public record Row(String href, String day, String account, State state, String amount) {}
}
