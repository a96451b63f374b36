package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Writes what sales and their lines count for, and changes the cells by as much. */
public final class BasketFold {
    static final List<String> MEASURES = List.of("baskets", "amount", "tips");
    private static final List<String> LINE_MEASURES = List.of("thousandths", "amount", "returned");
    private static final String WEEKS = "analytics_product_week";
    private static final List<String> HOUR =
            List.of("tenant_id", "business_date", "merchant_id", "store_id", "terminal_number", "hour", "currency");
    private static final String BASKET = String.join(", ", HOUR) + ", sale_id";
    private static final List<String> PRODUCT =
            List.of("tenant_id", "business_date", "merchant_id", "store_id", "sku", "currency");
    private static final String LINE = String.join(", ", PRODUCT) + ", sale_id, line, name_en, name_zh, at";

    private static final String BASKETS = "with given as (select * from unnest($1::uuid[], $2::date[], $3::uuid[],"
            + " $4::uuid[], $5::text[], $6::int[], $7::text[], $8::uuid[], $9::bigint[], $10::bigint[], $11::bigint[])"
            + " as d(" + BASKET + ", " + String.join(", ", MEASURES) + ")),"
            + " changed as (insert into analytics_basket as f (" + BASKET + ", " + String.join(", ", MEASURES) + ")"
            + " select " + BASKET + ", " + String.join(", ", MEASURES) + " from given order by business_date, sale_id"
            + " on conflict (tenant_id, business_date, sale_id) do update set " + Cells.taken(MEASURES)
            + " where " + Cells.different("f", MEASURES) + " returning " + Cells.news(HOUR) + ", "
            + Cells.deltas(MEASURES) + "), hours as (" + Cells.added("analytics_basket_hour", HOUR, MEASURES) + "),"
            + " versions as (" + Cells.VERSION + ") select count(*) from changed";

    private static final String LINES = "with given as (select * from unnest($1::uuid[], $2::date[], $3::uuid[],"
            + " $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::int[], $9::text[], $10::text[], $11::timestamptz[],"
            + " $12::bigint[], $13::bigint[], $14::bigint[]) as d(" + LINE + ", " + String.join(", ", LINE_MEASURES)
            + ")),"
            + " changed as (insert into analytics_line as f (" + LINE + ", " + String.join(", ", LINE_MEASURES) + ")"
            + " select " + LINE + ", " + String.join(", ", LINE_MEASURES)
            + " from given order by business_date, sale_id, line"
            + " on conflict (tenant_id, business_date, sale_id, line) do update set " + Cells.taken(LINE_MEASURES)
            + " where " + Cells.different("f", LINE_MEASURES) + " returning " + Cells.news(PRODUCT)
            + ", new.name_en, new.name_zh, new.at, new.sale_id, " + Cells.deltas(LINE_MEASURES) + "),"
            + " products as (insert into analytics_product as c (" + String.join(", ", PRODUCT)
            + ", name_en, name_zh, named_at, " + String.join(", ", LINE_MEASURES) + ") select "
            + String.join(", ", PRODUCT)
            + ", (array_agg(name_en order by at desc, sale_id))[1], (array_agg(name_zh order by at desc, sale_id))[1], max(at), "
            + Cells.each(LINE_MEASURES, "sum(%1$s)::bigint") + " from changed group by " + String.join(", ", PRODUCT)
            + " order by " + String.join(", ", PRODUCT) + " on conflict (" + String.join(", ", PRODUCT)
            + ") do update set"
            + " name_en = case when excluded.named_at > c.named_at then excluded.name_en else c.name_en end,"
            + " name_zh = case when excluded.named_at > c.named_at then excluded.name_zh else c.name_zh end,"
            + " named_at = greatest(c.named_at, excluded.named_at), "
            + Cells.each(LINE_MEASURES, "%1$s = c.%1$s + excluded.%1$s") + "), weeks as ("
            + Cells.addedByWeek(WEEKS, PRODUCT, LINE_MEASURES) + ") select count(*) from changed";
    /** $1 tenant, $2 a day of the week. */
    private static final String WEEK =
            " where tenant_id = $1 and business_date between $2::date - (extract(isodow from $2::date)::int - 1)"
                    + " and $2::date - (extract(isodow from $2::date)::int - 7)";

    private static final String WEEK_GONE = "delete from " + WEEKS + WEEK;
    private static final String WEEK_AGAIN = "insert into " + WEEKS + " (" + String.join(", ", PRODUCT) + ", "
            + String.join(", ", LINE_MEASURES) + ") select tenant_id, " + Cells.MONDAY.replace(" as business_date", "")
            + ", merchant_id, store_id, sku, currency, " + Cells.each(LINE_MEASURES, "sum(%1$s)::bigint")
            + " from analytics_product" + WEEK + " group by 1, 2, 3, 4, 5, 6";

    private BasketFold() {}

    /** Of one tenant; how many sales are new or changed. */
    public static Uni<Long> write(SqlConnection connection, List<BasketRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        return lines(
                        connection,
                        rows.stream().flatMap(row -> row.lines().stream()).toList())
                .chain(() -> baskets(connection, rows));
    }

    /** The sums of a day's week, from the days that are there. */
    static Uni<Void> sumWeek(SqlConnection connection, TenantId tenant, LocalDate day) {
        Tuple which = Tuple.of(tenant.value(), day);
        return connection
                .preparedQuery(WEEK_GONE)
                .execute(which)
                .chain(() -> connection.preparedQuery(WEEK_AGAIN).execute(which))
                .replaceWithVoid();
    }

    private static Uni<Long> baskets(SqlConnection connection, List<BasketRow> rows) {
        ColumnArrays<BasketRow> columns = place(ColumnArrays.of(rows), Function.identity())
                .texts(row -> row.sale().place().terminalNumber())
                .integers(BasketRow::hour)
                .texts(BasketFold::currency)
                .ids(row -> row.sale().id())
                .longs(BasketRow::baskets)
                .longs(BasketRow::amount)
                .longs(BasketRow::tips);
        return connection
                .preparedQuery(BASKETS)
                .execute(columns.tuple())
                .map(found -> found.iterator().next().getLong(0));
    }

    private static Uni<Void> lines(SqlConnection connection, List<BasketRow.Line> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ColumnArrays<BasketRow.Line> columns = place(ColumnArrays.of(rows), BasketRow.Line::row)
                .texts(row -> row.line().article().sku())
                .texts(row -> currency(row.row()))
                .ids(row -> row.row().sale().id())
                .integers(row -> row.line().line())
                .texts(row -> row.line().article().nameEn())
                .texts(row -> row.line().article().nameZh())
                .instants(row -> row.row().sale().createdAt())
                .longs(BasketRow.Line::thousandths)
                .longs(BasketRow.Line::amount)
                .longs(BasketRow.Line::returned);
        return connection.preparedQuery(LINES).execute(columns.tuple()).replaceWithVoid();
    }

    private static <R> ColumnArrays<R> place(ColumnArrays<R> columns, Function<R, BasketRow> row) {
        return columns.ids(each -> row.apply(each).sale().place().tenant())
                .dates(each -> row.apply(each).sale().businessDate())
                .ids(each -> row.apply(each).sale().place().merchant())
                .ids(each -> row.apply(each).sale().place().store());
    }

    private static String currency(BasketRow row) {
        return row.sale().terms().total().currency().getCurrencyCode();
    }
}
