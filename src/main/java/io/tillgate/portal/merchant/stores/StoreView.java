package io.tillgate.portal.merchant.stores;

import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.Option;
import java.util.List;
import java.util.Map;

/** One store's page, or that of a store to come. */
public record StoreView(
        String action,
        String title,
        String version,
        Map<String, String> values,
        Mistakes mistakes,
        boolean chinese,
        boolean archived,
        boolean mayArchive,
        List<Option> countries,
        List<Option> zones,
        List<String> tills) {
    public StoreView {
        values = Map.copyOf(values);
        countries = List.copyOf(countries);
        zones = List.copyOf(zones);
        tills = List.copyOf(tills);
    }

    public String at(String field) {
        return values.getOrDefault(field, "");
    }

    /** A line of the list of stores. */
    public record Row(
            String href, String name, String other, String address, String time, String tills, boolean archived) {}

    /** The list of stores. */
    public record Rows(List<Row> rows, boolean archivedToo, boolean archivedThere, String limit) {
        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
