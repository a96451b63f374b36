package io.tillgate.analytics;

import java.util.List;

/**
 * Takings told apart, in the order of their keys; by store, till and merchant the largest net first, by method the largest
 * gross, of which shares are told. Hours and days without any are in it, so that a chart needs no gaps filled. At most
 * {@value #ROWS_MAX} rows; {@code total} is of all.
 *
 * @param compared the period that {@code before} is of: the same weekdays of the weeks before
 */
public record TakingsTable(
        Measured measured, Period compared, TakingsBy by, List<Row> rows, Takings total, Takings totalBefore) {
    public static final int ROWS_MAX = 1_000;

    public TakingsTable {
        rows = List.copyOf(rows);
    }

    /** @param before the same key in the compared period; a day's is the same weekday's */
    public record Row(String key, Takings takings, Takings before) {}
}
