package io.tillgate.platform.retention;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows are due, and how they go. SQL over the table as {@code r}; {@code $1} is the tenant, {@code $2} the moment
 * before which rows are due.
 *
 * @param since an expression: the time from which a row's keeping counts
 * @param condition what makes a row due, a row of this tenant
 */
public record DueRows(String since, String condition, Erasure erasure) {
    /** Rows that go as a whole. {@code key} is the primary key without the tenant. */
    public static DueRows deleted(String table, String key, String since) {
        return deleted(table, key, since, "true");
    }

    /** Rows that go as a whole when this holds too. */
    public static DueRows deleted(String table, String key, String since, String andWhen) {
        String condition = older(since, andWhen);
        return new DueRows(
                since,
                condition,
                Erasure.by("delete from " + table + " d using " + due(table, key, condition) + matching(key)));
    }

    /** Rows that stay and lose a part. {@code emptied} is the assignment. */
    public static DueRows emptied(String table, String key, String since, String emptied, String andWhen) {
        String condition = older(since, andWhen);
        return new DueRows(
                since,
                condition,
                Erasure.by("update " + table + " d set " + emptied + " from " + due(table, key, condition)
                        + matching(key)));
    }

    /** Rows of which the package erases more than one statement says. */
    public static DueRows erasedBy(Erasure erasure, String since, String andWhen) {
        return new DueRows(since, older(since, andWhen), erasure);
    }

    String oldest(String table) {
        return "select min(" + since + ")::timestamptz as oldest from " + table + " r where r.tenant_id = $1 and "
                + condition;
    }

    private static String older(String since, String andWhen) {
        return "(" + since + " < $2::timestamptz and " + andWhen + ")";
    }

    private static String due(String table, String key, String condition) {
        String columns = columns(key).map(column -> "r." + column).collect(Collectors.joining(", "));
        return "(select " + columns + " from " + table + " r where r.tenant_id = $1 and " + condition
                + " limit $3) due";
    }

    private static String matching(String key) {
        return " where d.tenant_id = $1"
                + columns(key)
                        .map(column -> " and d." + column + " = due." + column)
                        .collect(Collectors.joining());
    }

    private static Stream<String> columns(String key) {
        return Stream.of(key.split(", ", -1));
    }
}
