package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.settlement.domain.Netting.Holder;
import io.tillgate.settlement.domain.Netting.Netted;
import io.tillgate.settlement.domain.Netting.Sums;
import io.tillgate.settlement.domain.SettlementIds;
import io.tillgate.settlement.store.RunTable.New;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run's stretch of the journal turned into items, sums and carried amounts. */
public final class NettingTables {
    /**
     * An entry and its fee are one item. What settlement itself moves (payouts) is left out: each payout is followed on its
     * own. Without a merchant account the merchant is null, which the table refuses: nothing is skipped in silence.
     */
    private static final String ITEMS = """
            with posted as materialized (
              select s.number, e.source_kind, e.source_id, e.business_date, e.recorded_at, a.merchant_account_id, p.currency,
                     -p.amount as amount, e.rule like '%-fee' as is_fee,
                     case when e.rule like '%-fee' then left(e.rule, -4) else e.rule end as kind
                from journal_seal s
                join journal_entry e
                  on e.tenant_id = s.tenant_id and e.business_date = s.business_date and e.id = s.entry_id
                join journal_posting p
                  on p.tenant_id = e.tenant_id and p.business_date = e.business_date and p.entry_id = e.id
                join ledger_account a on a.tenant_id = p.tenant_id and a.id = p.account_id and a.code = 'merchant-payable'
               where s.tenant_id = $1 and s.number > $2 and s.number <= $3 and e.rule not like 'payout-%'
                 and s.business_date between $6 and $7 and e.business_date between $6 and $7
                 and p.business_date between $6 and $7),
            item as (
              select min(number) as number, merchant_account_id, kind, source_kind, source_id,
                     min(business_date) as booked_on, min(recorded_at) as booked_at, currency,
                     coalesce(sum(amount) filter (where not is_fee), 0) as gross,
                     coalesce(sum(amount) filter (where is_fee), 0) as fee
                from posted
               group by merchant_account_id, kind, source_kind, source_id, currency)
            insert into settlement_item (tenant_id, business_date, number, run_id, merchant_id, merchant_account_id, kind,
                                         source_kind, source_id, booked_on, booked_at, currency, gross, fee)
            select $1, $5, i.number, $4, m.merchant_id, i.merchant_account_id, i.kind, i.source_kind, i.source_id,
                   i.booked_on, i.booked_at, i.currency, i.gross, i.fee
              from item i
              left join merchant_account m on m.tenant_id = $1 and m.id = i.merchant_account_id""";

    private static final String SUMS = """
            with summed as (
              select merchant_account_id, merchant_id, currency, count(*)::int as items,
                     (count(*) filter (where kind = 'sale' and gross <> 0))::int as sales_count,
                     coalesce(sum(gross) filter (where kind = 'sale'), 0)::bigint as sales,
                     (count(*) filter (where kind = 'refund' and gross <> 0))::int as refunds_count,
                     coalesce(sum(gross) filter (where kind = 'refund'), 0)::bigint as refunds,
                     (count(*) filter (where kind = 'void' and gross <> 0))::int as voids_count,
                     coalesce(sum(gross) filter (where kind = 'void'), 0)::bigint as voids,
                     sum(fee)::bigint as fees,
                     coalesce(sum(gross) filter (where kind like 'chargeback%'), 0)::bigint as chargebacks,
                     coalesce(sum(gross) filter (where kind like 'reserve-%'), 0)::bigint as reserves,
                     coalesce(sum(gross) filter (where kind not in ('sale', 'refund', 'void')
                       and kind not like 'chargeback%' and kind not like 'reserve-%'), 0)::bigint as adjustments
                from settlement_item
               where tenant_id = $1 and business_date = $2 and run_id = $3
               group by merchant_account_id, merchant_id, currency),
            carried as (
              select merchant_account_id, merchant_id, currency, amount from settlement_carry
               where tenant_id = $1 and amount <> 0)
            select coalesce(s.merchant_account_id, c.merchant_account_id) as merchant_account_id,
                   coalesce(s.merchant_id, c.merchant_id) as merchant_id, coalesce(s.currency, c.currency) as currency,
                   coalesce(s.items, 0) as items, coalesce(s.sales_count, 0) as sales_count, coalesce(s.sales, 0) as sales,
                   coalesce(s.refunds_count, 0) as refunds_count, coalesce(s.refunds, 0) as refunds,
                   coalesce(s.voids_count, 0) as voids_count, coalesce(s.voids, 0) as voids, coalesce(s.fees, 0) as fees,
                   coalesce(s.chargebacks, 0) as chargebacks, coalesce(s.reserves, 0) as reserves,
                   coalesce(s.adjustments, 0) as adjustments, coalesce(c.amount, 0) as carried_in
              from summed s
              full join carried c on c.merchant_account_id = s.merchant_account_id and c.currency = s.currency
             order by 1, 3""";

    private static final String ACCOUNTS =
            "insert into settlement_account (tenant_id, run_id, business_date, cycle, cut_at,"
                    + " merchant_account_id, currency, merchant_id, items, sales_count, sales, refunds_count, refunds, voids_count,"
                    + " voids, fees, chargebacks, reserves, adjustments, carried_in, net, carried_out, payout_id, outcome)"
                    + " select $1, $2, $3, $4, $5, n.*, case when n.payout_id is null then 'carried' else 'payout' end"
                    + " from unnest($6::uuid[], $7::text[], $8::uuid[], $9::int[], $10::int[], $11::bigint[], $12::int[],"
                    + " $13::bigint[], $14::int[], $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[],"
                    + " $20::bigint[], $21::bigint[], $22::bigint[], $23::uuid[])"
                    + " as n(merchant_account_id, currency, merchant_id, items, sales_count, sales, refunds_count, refunds,"
                    + " voids_count, voids, fees, chargebacks, reserves, adjustments, carried_in, net, carried_out, payout_id)";

    private static final String CARRY =
            "insert into settlement_carry (tenant_id, merchant_account_id, currency, merchant_id,"
                    + " amount) select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::bigint[])"
                    + " on conflict (tenant_id, merchant_account_id, currency) do update set amount = excluded.amount";

    private static final String CARRY_MORE =
            "insert into settlement_carry (tenant_id, merchant_account_id, currency, merchant_id, amount)"
                    + " values ($1, $2, $3, $4, $5) on conflict (tenant_id, merchant_account_id, currency)"
                    + " do update set amount = settlement_carry.amount + excluded.amount";

    private NettingTables() {}

    /** Sums of an account, and what the run before left. */
    public record Summed(Holder holder, Sums sums, long carriedIn) {}

    /** Answers how many items the run has. */
    public static Uni<Integer> insertItems(SqlConnection connection, New run) {
        return RunDays.hashed(
                connection,
                run,
                0,
                dates -> connection
                        .preparedQuery(ITEMS)
                        .execute(
                                Tuple.of(run.tenant().value(), run.after(), run.through(), run.id(), run.businessDate())
                                        .addLocalDate(dates.first())
                                        .addLocalDate(dates.last()))
                        .map(rows -> rows.rowCount()));
    }

    public static Uni<List<Summed>> sums(SqlConnection connection, New run) {
        return connection
                .preparedQuery(SUMS)
                .execute(Tuple.of(run.tenant().value(), run.businessDate(), run.id()))
                .map(rows -> {
                    List<Summed> sums = new ArrayList<>(rows.size());
                    rows.forEach(row -> sums.add(summed(row)));
                    return sums;
                });
    }

    public static Uni<Void> insertAccounts(SqlConnection connection, New run, List<Netted> accounts) {
        Tuple values = Tuple.of(run.tenant().value(), run.id(), run.businessDate(), run.cycle())
                .addOffsetDateTime(run.cutAt().atOffset(ZoneOffset.UTC));
        Tuple columns = ColumnArrays.of(accounts)
                .ids(each -> each.holder().account())
                .texts(each -> each.holder().currency().getCurrencyCode())
                .ids(each -> each.holder().merchant())
                .integers(each -> each.sums().items())
                .integers(each -> each.sums().salesCount())
                .longs(each -> each.sums().sales())
                .integers(each -> each.sums().refundsCount())
                .longs(each -> each.sums().refunds())
                .integers(each -> each.sums().voidsCount())
                .longs(each -> each.sums().voids())
                .longs(each -> each.sums().fees())
                .longs(each -> each.sums().chargebacks())
                .longs(each -> each.sums().reserves())
                .longs(each -> each.sums().adjustments())
                .longs(Netted::carriedIn)
                .longs(Netted::net)
                .longs(Netted::carriedOut)
                .uuids(each -> payout(run, each))
                .tuple();
        return connection
                .preparedQuery(ACCOUNTS)
                .execute(Tuples.joined(values, columns))
                .replaceWithVoid();
    }

    private static @Nullable UUID payout(New run, Netted netted) {
        return netted.isPaid()
                ? SettlementIds.payout(
                        run.id(), netted.holder().account(), netted.holder().currency())
                : null;
    }

    /** What each of these accounts takes into the next run. */
    public static Uni<Void> carry(SqlConnection connection, New run, List<Netted> accounts) {
        Tuple columns = ColumnArrays.of(accounts)
                .ids(each -> each.holder().account())
                .texts(each -> each.holder().currency().getCurrencyCode())
                .ids(each -> each.holder().merchant())
                .longs(Netted::carriedOut)
                .tuple();
        return connection
                .preparedQuery(CARRY)
                .execute(Tuples.joined(Tuple.of(run.tenant().value()), columns))
                .replaceWithVoid();
    }

    /** Adds to what an account takes into the next run. */
    public static Uni<Void> carryMore(SqlConnection connection, AttemptRow cancelled) {
        Tuple values = Tuple.of(
                        cancelled.tenant().value(),
                        cancelled.account().value(),
                        cancelled.amount().currency().getCurrencyCode(),
                        cancelled.merchant().value())
                .addLong(cancelled.amount().value());
        return connection.preparedQuery(CARRY_MORE).execute(values).replaceWithVoid();
    }

    private static Summed summed(Row row) {
        return new Summed(
                new Holder(
                        new MerchantAccountId(row.getUUID("merchant_account_id")),
                        new MerchantId(row.getUUID("merchant_id")),
                        Currency.getInstance(row.getString("currency"))),
                new Sums(
                        row.getInteger("items"),
                        row.getInteger("sales_count"),
                        row.getLong("sales"),
                        row.getInteger("refunds_count"),
                        row.getLong("refunds"),
                        row.getInteger("voids_count"),
                        row.getLong("voids"),
                        row.getLong("fees"),
                        row.getLong("chargebacks"),
                        row.getLong("reserves"),
                        row.getLong("adjustments")),
                row.getLong("carried_in"));
    }
}
