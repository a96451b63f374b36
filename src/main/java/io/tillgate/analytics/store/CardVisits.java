package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Customers;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Counts cards by their tokens, from facts: cells do not tell one card from another. */
public final class CardVisits {
    private CardVisits() {}

    /** @param tenthsBetween tenths of a day between visits, summed over cards as their averages; by {@code repeat} cards */
    public record Counted(
            long cards, long repeat, long known, long visits, long amount, long repeatAmount, long tenthsBetween) {}

    public static Uni<Counted> count(SqlConnection connection, Asked asked) {
        String merchant = asked.question().merchant() == null ? "" : " and p.merchant_id = $7";
        String sql = "with cards as (select card_token, sum(payments)::bigint as visits, sum(gross)::bigint as amount,"
                + " min(at) filter (where payments > 0) as first, max(at) filter (where payments > 0) as last"
                + " from analytics_payment where " + asked.current()
                + " and card_token is not null and payments > 0 group by card_token)"
                + " select count(*) as cards, count(*) filter (where visits > 1) as repeat,"
                + " count(*) filter (where exists (select from analytics_payment p where p.tenant_id = $1"
                + " and p.card_token = c.card_token and p.business_date >= $2::date - " + Customers.MEMORY_DAYS
                + " and p.business_date < $2::date and p.payments > 0" + merchant + ")) as known,"
                + " coalesce(sum(visits), 0)::bigint as visits, coalesce(sum(amount), 0)::bigint as amount,"
                + " coalesce(sum(amount) filter (where visits > 1), 0)::bigint as repeat_amount,"
                + " coalesce(round(avg(extract(epoch from last - first) / 8640.0 / (visits - 1))"
                + " filter (where visits > 1)), 0)::bigint as tenths from cards c";
        return connection.preparedQuery(sql).execute(asked.values()).map(rows -> {
            Row row = rows.iterator().next();
            return new Counted(
                    row.getLong("cards"),
                    row.getLong("repeat"),
                    row.getLong("known"),
                    row.getLong("visits"),
                    row.getLong("amount"),
                    row.getLong("repeat_amount"),
                    row.getLong("tenths"));
        });
    }
}
