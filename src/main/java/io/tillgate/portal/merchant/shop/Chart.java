package io.tillgate.portal.merchant.shop;

import java.util.List;

/** A table, and how it is drawn. */
public record Chart(String about, List<String> heads, List<Row> rows) {
    public Chart {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** A figure's text and the number a chart draws. */
    public record Cell(String text, String plain) {}

    /** @param label short, for an axis */
    public record Row(String name, String label, List<Cell> cells, String href) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
