package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.store.PayoutReads.Asked;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What a list of payouts comes to, as the connection's scope lets them be seen. */
public final class PayoutTotals {
    private static final String SUM = """
            select a.currency, count(*)::int as payouts, sum(a.amount)::bigint as amount,
                   coalesce(sum(a.amount) filter (where a.state = 'booked'), 0)::bigint as paid
              from payout p
              join payout_attempt a on a.tenant_id = p.tenant_id and a.payout_id = p.id and a.number = p.attempt
             where p.tenant_id = $1 and ($2::text[] is null or a.state = any ($2)) and ($3::uuid is null or p.run_id = $3)
               and ($4::uuid is null or p.merchant_id = $4) and ($5::date is null or p.business_date >= $5)
               and ($6::date is null or p.business_date <= $6)
             group by a.currency order by a.currency""";

    private PayoutTotals() {}

    /** Of one currency. */
    public record Sum(int payouts, Money amount, Money paid) {}

    /** Of every page. */
    public static Uni<List<Sum>> of(SqlConnection connection, TenantId tenant, Asked asked) {
        List<String> states = asked.states();
        MerchantId merchant = asked.merchant();
        Tuple values = Tuple.of(tenant.value())
                .addValue(states == null ? null : states.toArray(String[]::new))
                .addUUID(asked.run())
                .addUUID(merchant == null ? null : merchant.value())
                .addLocalDate(asked.from())
                .addLocalDate(asked.to());
        return connection.preparedQuery(SUM).execute(values).map(rows -> {
            List<Sum> sums = new ArrayList<>();
            rows.forEach(row -> {
                String currency = row.getString("currency");
                sums.add(new Sum(
                        row.getInteger("payouts"),
                        Money.of(row.getLong("amount"), currency),
                        Money.of(row.getLong("paid"), currency)));
            });
            return sums;
        });
    }
}
