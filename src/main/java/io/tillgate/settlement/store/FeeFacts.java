package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.pricing.MonthVolume;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** What monthly fees are worked out from: all accounts of some price lists in one statement. */
public final class FeeFacts {
    private static final String UNCHARGED = """
            select c.id, c.merchant_id, c.currency, c.fee_plan, c.created_at
              from merchant_account c
             where c.tenant_id = $1 and c.open and c.fee_plan = any ($2)
               and not exists (select from account_fee f where f.tenant_id = c.tenant_id
                                  and f.merchant_account_id = c.id and f.kind = 'monthly' and f.month = $3)
             order by c.id""";
    /**
     * A month of an account is what its runs of that month came to. Their fees hold those of the account itself, too, which
     * are taken out again: they are no part of what payments were charged.
     */
    private static final String MONTH = """
            with settled as (
              select s.merchant_account_id, s.currency, sum(s.sales + s.voids)::bigint as gross,
                     sum(s.sales_count - s.voids_count)::bigint as payments, -sum(s.fees)::bigint as charged
                from settlement_account s
               where s.tenant_id = $1 and s.run_id in
                     (select r.id from settlement_run r where r.tenant_id = $1 and r.business_date between $3 and $4)
               group by s.merchant_account_id, s.currency),
            own as (
              select f.merchant_account_id, f.currency, sum(f.amount)::bigint as amount
                from account_fee f
                join settlement_item i
                  on i.tenant_id = f.tenant_id and i.source_id = f.id and i.source_kind = 'account-fee'
                 and i.business_date between $3 and $4
               where f.tenant_id = $1 and f.booked_on >= $3::date - 366
               group by f.merchant_account_id, f.currency)
            select c.id, c.merchant_id, c.currency, c.fee_plan, c.created_at, c.open, coalesce(s.gross, 0) as gross,
                   coalesce(s.payments, 0) as payments, coalesce(s.charged, 0) - coalesce(o.amount, 0) as charged
              from merchant_account c
              left join settled s on s.merchant_account_id = c.id and s.currency = c.currency
              left join own o on o.merchant_account_id = c.id and o.currency = c.currency
             where c.tenant_id = $1 and c.fee_plan = any ($2)
             order by c.id""";

    private FeeFacts() {}

    /** An account and its price list. */
    public record Account(
            MerchantAccountId id, MerchantId merchant, Currency currency, String plan, Instant openedAt) {}

    /** What an account took in a month. */
    public record Month(Account account, boolean isOpen, MonthVolume volume) {}

    /** Open accounts on these lists that were not charged the monthly fee of this month yet. */
    public static Uni<List<Account>> uncharged(
            SqlConnection connection, TenantId tenant, Collection<String> plans, YearMonth month) {
        return connection
                .preparedQuery(UNCHARGED)
                .execute(Tuple.of(tenant.value(), plans.toArray(String[]::new), month.atDay(1)))
                .map(rows -> list(rows, FeeFacts::account));
    }

    /** All accounts on these lists, with what their runs of this month came to. */
    public static Uni<List<Month>> month(
            SqlConnection connection, TenantId tenant, Collection<String> plans, YearMonth month) {
        return connection
                .preparedQuery(MONTH)
                .execute(Tuple.of(tenant.value(), plans.toArray(String[]::new), month.atDay(1), month.atEndOfMonth()))
                .map(rows -> list(rows, FeeFacts::month));
    }

    private static Account account(Row row) {
        return new Account(
                new MerchantAccountId(row.getUUID("id")),
                new MerchantId(row.getUUID("merchant_id")),
                Currency.getInstance(row.getString("currency")),
                row.getString("fee_plan"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Month month(Row row) {
        Account account = account(row);
        MonthVolume volume = new MonthVolume(
                new Money(row.getLong("gross"), account.currency),
                row.getLong("payments"),
                new Money(row.getLong("charged"), account.currency));
        return new Month(account, row.getBoolean("open"), volume);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }
}
