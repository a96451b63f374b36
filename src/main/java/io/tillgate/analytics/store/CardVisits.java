package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Customers;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Counts cards by their tokens, from facts, in one pass: cells do not tell one card from another. */
public final class CardVisits {
    private CardVisits() {}

    /** @param tenthsBetween of a day, between a card's visits, averaged over the cards that came again */
    public record Counted(
            long cards, long repeat, long known, long visits, long amount, long repeatAmount, long tenthsBetween) {}

    public static Uni<Counted> count(SqlConnection connection, Asked asked) {
        String now = " filter (where " + Asked.NOW + ")";
        String sql = "with cards as (select card_token, sum(payments)" + now + "::bigint as visits, sum(gross)" + now
                + "::bigint as amount, min(at)" + now + " as first, max(at)" + now + " as last, bool_or(not "
                + Asked.NOW
                + ") as known from analytics_payment where "
                + asked.from("$2::date - " + Customers.MEMORY_DAYS)
                + " and card_token is not null and payments > 0 group by card_token having sum(payments)" + now
                + " > 0)"
                + " select count(*) as cards, count(*) filter (where visits > 1) as repeat,"
                + " count(*) filter (where known) as known,"
                + " coalesce(sum(visits), 0)::bigint as visits, coalesce(sum(amount), 0)::bigint as amount,"
                + " coalesce(sum(amount) filter (where visits > 1), 0)::bigint as repeat_amount,"
                + " coalesce(round(avg(extract(epoch from last - first) / 8640.0 / (visits - 1))"
                + " filter (where visits > 1)), 0)::bigint as tenths from cards";
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
