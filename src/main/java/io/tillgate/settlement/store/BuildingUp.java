package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What a merchant's accounts would be paid now: what is owed, less the payouts that were made of it already. */
public final class BuildingUp {
    private static final String NEXT = """
            select c.id, c.number, c.currency, -coalesce(b.amount, 0) as owed, coalesce(k.amount, 0) as carried,
                   coalesce((select sum(a.amount) from payout p join payout_attempt a on a.tenant_id = p.tenant_id
                               and a.payout_id = p.id and a.number = p.attempt
                              where p.tenant_id = c.tenant_id and p.merchant_id = c.merchant_id
                                and p.merchant_account_id = c.id and p.currency = c.currency
                                and a.state in ('held', 'drafted', 'signed', 'rejected', 'returned')), 0)::bigint as made
              from merchant_account c
              left join ledger_account l on l.tenant_id = c.tenant_id and l.merchant_account_id = c.id
               and l.code = 'merchant-payable' and l.currency = c.currency
              left join ledger_balance b on b.tenant_id = l.tenant_id and b.account_id = l.id
              left join settlement_carry k on k.tenant_id = c.tenant_id and k.merchant_account_id = c.id
               and k.currency = c.currency
             where c.tenant_id = $1 and c.merchant_id = $2
             order by c.number""";

    private BuildingUp() {}

    /** One account's figures. */
    public record Figures(MerchantAccountId account, String number, Money balance, Money carried, Money underWay) {}

    /** In the tenant's scope: the book is closed to a merchant's. The caller has checked whose merchant it is. */
    public static Uni<List<Figures>> of(SqlConnection connection, TenantId tenant, MerchantId merchant) {
        return connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(tenant.value(), merchant.value()))
                .map(rows -> {
                    List<Figures> figures = new ArrayList<>();
                    rows.forEach(row -> {
                        String currency = row.getString("currency");
                        long made = row.getLong("made");
                        figures.add(new Figures(
                                new MerchantAccountId(row.getUUID("id")),
                                row.getString("number"),
                                Money.of(Math.subtractExact(row.getLong("owed"), made), currency),
                                Money.of(row.getLong("carried"), currency),
                                Money.of(made, currency)));
                    });
                    return figures;
                });
    }
}
