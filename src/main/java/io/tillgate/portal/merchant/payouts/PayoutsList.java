package io.tillgate.portal.merchant.payouts;

import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** What builds up and what was paid, all of it text in the reader's language. */
public record PayoutsList(
        List<Building> building,
        Filters filters,
        List<Total> totals,
        List<Row> rows,
        boolean narrowed,
        String firstPage,
        String nextPage,
        String csv,
        String shown) {
    public PayoutsList {
        building = List.copyOf(building);
        totals = List.copyOf(totals);
        rows = List.copyOf(rows);
    }

    public record Filters(String from, String to, List<Option> states) {
        public Filters {
            states = List.copyOf(states);
        }
    }

    public record Total(String payouts, String amount, String paid) {}

    /** @param carried and {@code underWay} are empty when they are nothing */
    public record Building(
            String account, String amount, boolean negative, String carried, String underWay, String cutOff) {}

    public record Row(String href, String day, String account, State state, String amount) {}
}
