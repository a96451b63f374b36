package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Products;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.domain.Keyed;
import io.tillgate.analytics.domain.Keyed.Group;
import io.tillgate.analytics.domain.Parts.Basket;
import io.tillgate.analytics.domain.Sums;
import io.tillgate.analytics.domain.Weeks;
import io.tillgate.shared.Money;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads cells. Each is one statement. */
public final class Figures {
    private static final String SUMS = Cells.each(PaymentFold.MEASURES, "sum(%1$s)::bigint as %1$s");

    private static final String SOLD = "select sku, thousandths, amount, returned from ";

    private Figures() {}

    public static Uni<Keyed> takings(SqlConnection connection, Asked asked, TakingsBy by) {
        String table = by == TakingsBy.HOUR ? "analytics_hour" : "analytics_day";
        return groups(connection, asked, table, key(by)).map(Keyed::of);
    }

    /** By day and method at once. */
    public static Uni<List<DayAndMethod>> daysAndMethods(SqlConnection connection, Asked asked) {
        String sql = "select " + Asked.NOW + " as now, business_date::text as key, method, " + SUMS
                + " from analytics_day where " + asked.both() + " group by 1, 2, 3";
        return connection
                .preparedQuery(sql)
                .execute(asked.values())
                .map(rows -> all(rows, row -> new DayAndMethod(group(row), row.getString("method"))));
    }

    /** @param group its key is the day */
    public record DayAndMethod(Group group, String method) {
        public Group byMethod() {
            return new Group(group.now(), method, group.sums());
        }
    }

    private static Uni<List<Group>> groups(SqlConnection connection, Asked asked, String table, String key) {
        String sql = "select " + Asked.NOW + " as now, " + key + " as key, " + SUMS + " from " + table + " where "
                + asked.both() + " group by 1, 2";
        return connection.preparedQuery(sql).execute(asked.values()).map(rows -> all(rows, Figures::group));
    }

    private static String key(TakingsBy by) {
        return switch (by) {
            case HOUR -> "to_char(hour, 'FM00')";
            case DAY -> "business_date::text";
            case STORE -> "store_id::text";
            case TILL -> "terminal_number";
            case METHOD -> "method";
            case MERCHANT -> "merchant_id::text";
        };
    }

    public static Uni<Sold> baskets(SqlConnection connection, Asked asked) {
        String sql = "select " + Asked.NOW + " as now, sum(baskets)::bigint as baskets, sum(amount)::bigint as amount,"
                + " sum(tips)::bigint as tips from analytics_basket_hour where " + asked.both() + " group by 1";
        return connection.preparedQuery(sql).execute(asked.values()).map(rows -> {
            Sold sold = new Sold(Basket.NONE, Basket.NONE);
            for (Row row : rows) {
                Basket sums = new Basket(row.getLong("baskets"), row.getLong("amount"), row.getLong("tips"));
                sold = row.getBoolean("now") ? new Sold(sums, sold.before()) : new Sold(sold.now(), sums);
            }
            return sold;
        });
    }

    /** In the period, and in the one before. */
    public record Sold(Basket now, Basket before) {}

    /** @param total of all products in the period */
    public record TopProducts(List<Products.Row> rows, long total) {}

    /** What brought most is found by amounts alone, of whole weeks where there are some; names and the period before are looked up for those few. */
    public static Uni<TopProducts> products(SqlConnection connection, Asked asked, int limit) {
        Weeks weeks = Weeks.within(asked.question().period());
        String from = "$" + asked.nextPlace() + "::date";
        String until = "$" + (asked.nextPlace() + 1) + "::date";
        String sql = "with cells as (" + SOLD + "analytics_product where " + asked.between("$2", from + " - 1")
                + " union all " + SOLD + "analytics_product where " + asked.between(until, "$3")
                + " union all " + SOLD + "analytics_product_week where " + asked.between(from, until + " - 1")
                + "), sold as (select sku, sum(thousandths)::bigint as thousandths, sum(amount)::bigint as amount,"
                + " sum(returned)::bigint as returned from cells group by sku having sum(thousandths) > 0),"
                + " top as (select *, (select sum(amount) from sold)::bigint as total from sold order by amount desc, sku limit $"
                + (asked.nextPlace() + 2)
                + "), named as materialized (select sku, (array_agg(name_en order by named_at desc))[1] as name_en,"
                + " (array_agg(name_zh order by named_at desc))[1] as name_zh,"
                + " coalesce(sum(amount) filter (where not " + Asked.NOW
                + "), 0)::bigint as before from analytics_product where "
                + asked.both() + " and sku = any (array(select sku from top)) group by sku)"
                + " select * from top join named using (sku) order by amount desc, sku";
        return connection
                .preparedQuery(sql)
                .execute(asked.values()
                        .addLocalDate(weeks.from())
                        .addLocalDate(weeks.until())
                        .addInteger(limit))
                .map(rows -> {
                    long total = rows.size() == 0 ? 0 : rows.iterator().next().getLong("total");
                    return new TopProducts(all(rows, row -> product(row, asked.currency())), total);
                });
    }

    public static Uni<List<Stopped>> declines(SqlConnection connection, Asked asked, int limit) {
        String sql = "select cause, response_code, sum(declined)::bigint as declined,"
                + " sum(declined_amount)::bigint as amount from analytics_decline where " + asked.current()
                + " group by 1, 2 having sum(declined) > 0 order by 3 desc, 1, 2 limit $" + asked.nextPlace();
        return connection
                .preparedQuery(sql)
                .execute(asked.values().addInteger(limit))
                .map(rows -> all(
                        rows,
                        row -> new Stopped(
                                row.getString("cause"),
                                row.getString("response_code"),
                                row.getLong("declined"),
                                row.getLong("amount"))));
    }

    public record Stopped(String cause, String responseCode, long declined, long amount) {}

    /** In which there are takings in the period, besides the one asked for. */
    public static Uni<List<Currency>> otherCurrencies(SqlConnection connection, Asked asked) {
        String sql = "select distinct currency::text as currency from analytics_day where "
                + asked.current().replace("currency = $6::text", "currency <> $6::text") + " order by 1 limit 20";
        return connection
                .preparedQuery(sql)
                .execute(asked.values())
                .map(rows -> all(rows, row -> Currency.getInstance(row.getString("currency"))));
    }

    private static Products.Row product(Row row, Currency currency) {
        return new Products.Row(
                row.getString("sku"),
                row.getString("name_en"),
                row.getString("name_zh"),
                row.getLong("thousandths"),
                new Money(row.getLong("amount"), currency),
                row.getLong("returned"),
                new Money(row.getLong("before"), currency));
    }

    private static Group group(Row row) {
        return new Group(row.getBoolean("now"), row.getString("key"), sums(row));
    }

    private static Sums sums(Row row) {
        return new Sums(
                number(row, "payments"),
                number(row, "gross"),
                number(row, "refunds"),
                number(row, "refunded"),
                number(row, "fees"),
                number(row, "undone"),
                number(row, "undone_amount"),
                number(row, "tried"),
                number(row, "approved"));
    }

    private static long number(Row row, String column) {
        @Nullable Long value = row.getLong(column);
        return value == null ? 0 : value;
    }

    static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
