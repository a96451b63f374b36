package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.ColumnArrays;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * Writes payments' facts and changes the cells by what the facts changed by, in one statement. A fact that is there already
 * changes nothing.
 */
public final class PaymentFold {
    static final List<String> MEASURES =
            List.of("payments", "gross", "refunds", "refunded", "fees", "undone", "undone_amount", "tried", "approved");
    private static final List<String> DECLINES = List.of("declined", "declined_amount");
    private static final List<String> ALL = Cells.both(MEASURES, DECLINES);
    private static final List<String> WHERE =
            List.of("tenant_id", "business_date", "merchant_id", "merchant_account_id", "store_id", "terminal_number");
    private static final String FACT =
            String.join(", ", WHERE) + ", hour, method, currency, payment_id, cause, response_code, card_token, at";
    private static final List<String> HOUR = Cells.both(WHERE, List.of("hour", "method", "currency"));
    private static final List<String> DAY = Cells.both(WHERE, List.of("method", "currency"));
    private static final List<String> DECLINE =
            List.of("tenant_id", "business_date", "merchant_id", "store_id", "cause", "response_code", "currency");

    private static final String SQL =
            "with given as (select * from unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[],"
                    + " $5::uuid[], $6::text[], $7::int[], $8::text[], $9::text[], $10::uuid[], $11::text[], $12::text[],"
                    + " $13::bytea[], $14::timestamptz[], $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[],"
                    + " $19::bigint[], $20::bigint[], $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[], $25::bigint[])"
                    + " as d(" + FACT + ", " + String.join(", ", ALL) + ")),"
                    + " changed as (insert into analytics_payment as f (" + FACT + ", " + String.join(", ", ALL) + ")"
                    + " select " + FACT + ", " + String.join(", ", ALL)
                    + " from given order by business_date, payment_id"
                    + " on conflict (tenant_id, business_date, payment_id) do update set " + Cells.taken(ALL)
                    + " where " + Cells.different("f", ALL) + " returning " + Cells.news(HOUR)
                    + ", new.cause, new.response_code, " + Cells.deltas(ALL) + "),"
                    + " hours as (" + Cells.added("analytics_hour", HOUR, MEASURES) + "),"
                    + " days as (" + Cells.added("analytics_day", DAY, MEASURES) + "),"
                    + " declines as (" + Cells.added("analytics_decline", DECLINE, DECLINES, "declined <> 0") + "),"
                    + " versions as (" + Cells.VERSION + ") select count(*) from changed";

    private PaymentFold() {}

    /** Of one tenant; how many facts are new or changed. */
    public static Uni<Long> write(SqlConnection connection, List<PaymentRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        return connection
                .preparedQuery(SQL)
                .execute(columns(rows))
                .map(found -> found.iterator().next().getLong(0));
    }

    private static Tuple columns(List<PaymentRow> rows) {
        ColumnArrays<PaymentRow> columns = ColumnArrays.of(rows)
                .ids(row -> row.payment().place().tenant())
                .dates(row -> row.payment().businessDate())
                .ids(row -> row.payment().place().merchant())
                .ids(row -> row.payment().place().account())
                .ids(row -> row.payment().place().store())
                .texts(row -> row.payment().place().terminalNumber())
                .integers(PaymentRow::hour)
                .texts(PaymentRow::method)
                .texts(row -> row.payment().amount().currency().getCurrencyCode())
                .ids(row -> row.payment().id())
                .texts(row -> row.counts().decline().cause())
                .texts(row -> row.counts().decline().responseCode())
                .bytes(PaymentRow::token)
                .instants(row -> row.payment().createdAt());
        return counts(columns).tuple();
    }

    private static ColumnArrays<PaymentRow> counts(ColumnArrays<PaymentRow> columns) {
        return columns.longs(row -> row.counts().sold().payments())
                .longs(row -> row.counts().sold().gross())
                .longs(row -> row.counts().back().refunds())
                .longs(row -> row.counts().back().refunded())
                .longs(row -> row.counts().fees())
                .longs(row -> row.counts().undone().undone())
                .longs(row -> row.counts().undone().amount())
                .longs(row -> row.counts().asked().tried())
                .longs(row -> row.counts().asked().approved())
                .longs(row -> row.counts().decline().declined())
                .longs(row -> row.counts().decline().amount());
    }
}
