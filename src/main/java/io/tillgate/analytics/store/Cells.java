package io.tillgate.analytics.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of the statements that write facts and, by what those changed by, cells. */
final class Cells {
    static final String VERSION = "insert into analytics_version as v (tenant_id, merchant_id, version)"
            + " select tenant_id, merchant_id, 1 from changed group by tenant_id, merchant_id order by tenant_id, merchant_id"
            + " on conflict (tenant_id, merchant_id) do update set version = v.version + 1, changed_at = now()";

    /** Of a row's week. */
    static final String MONDAY = "business_date - (extract(isodow from business_date)::int - 1) as business_date";

    private Cells() {}

    static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A measure becomes what it is now. */
    static String taken(List<String> measures) {
        return each(measures, "%1$s = excluded.%1$s");
    }

    static String different(String table, List<String> measures) {
        return "(" + each(measures, table + ".%1$s") + ") is distinct from (" + each(measures, "excluded.%1$s") + ")";
    }

    static String news(List<String> keys) {
        return each(keys, "new.%1$s");
    }

    static String deltas(List<String> measures) {
        return each(measures, "new.%1$s - coalesce(old.%1$s, 0) as %1$s");
    }

    /** Summed first and in the order of the keys, so that no cell is written twice. */
    static String added(String table, List<String> keys, List<String> measures) {
        return added(table, keys, measures, "true");
    }

    /** @param which of what changed, as a condition */
    static String added(String table, List<String> keys, List<String> measures, String which) {
        return added(keys, measures, table, "changed where " + which);
    }

    /** By weeks: the day becomes its Monday. */
    static String addedByWeek(String table, List<String> keys, List<String> measures) {
        String values = String.join(", ", both(keys, measures));
        return added(keys, measures, table, "(select " + values.replace("business_date", MONDAY) + " from changed) w");
    }

    private static String added(List<String> keys, List<String> measures, String table, String from) {
        String key = String.join(", ", keys);
        return "insert into " + table + " as c (" + key + ", " + String.join(", ", measures) + ") select " + key + ", "
                + each(measures, "sum(%1$s)::bigint") + " from " + from + " group by " + key
                + " order by " + key + " on conflict (" + key + ") do update set "
                + each(measures, "%1$s = c.%1$s + excluded.%1$s");
    }

    static String each(List<String> names, String form) {
        return names.stream().map(name -> String.format(form, name)).collect(Collectors.joining(", "));
    }
}
