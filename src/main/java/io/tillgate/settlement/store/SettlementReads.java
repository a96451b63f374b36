package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.AccountSettlement.Counted;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.RunView.Totals;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.settlement.statement.Why;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs, their lines and items, as the connection's scope lets them be seen: a merchant's totals are its own. */
public final class SettlementReads {
    private static final String RUNS_OF_TENANT = "select id, business_date, cycle, cut_at, occasion, to_number"
            + " from settlement_run where tenant_id = $1 and ($2::uuid is null or id < $2) and ($3::uuid is null or id = $3)"
            + " order by id desc limit $4";
    private static final String RUNS_OF_MERCHANT = "select distinct run_id as id, business_date, cycle, cut_at,"
            + " null::text as occasion, null::bigint as to_number from settlement_account where tenant_id = $1"
            + " and ($2::uuid is null or run_id < $2) and ($3::uuid is null or run_id = $3) order by run_id desc limit $4";
    private static final String TOTALS = """
            select run_id, currency, count(*)::int as accounts, count(payout_id)::int as payouts, sum(items)::int as items,
                   sum(sales)::bigint as sales, sum(refunds)::bigint as refunds, sum(voids)::bigint as voids,
                   sum(fees)::bigint as fees, sum(chargebacks)::bigint as chargebacks, sum(reserves)::bigint as reserves,
                   sum(adjustments)::bigint as adjustments, sum(carried_in)::bigint as carried_in, sum(net)::bigint as net,
                   coalesce(sum(net) filter (where payout_id is not null), 0)::bigint as paid_out,
                   sum(carried_out)::bigint as carried_out
              from settlement_account
             where tenant_id = $1 and run_id = any ($2)
             group by run_id, currency
             order by run_id, currency""";
    private static final String ACCOUNTS = """
            select s.*, m.trading_name, c.number
              from settlement_account s
              join merchant_account c on c.tenant_id = s.tenant_id and c.id = s.merchant_account_id
              join merchant m on m.tenant_id = s.tenant_id and m.id = s.merchant_id
             where s.tenant_id = $1 and s.run_id = $2 and ($3::uuid is null or s.merchant_account_id > $3)
               and ($4::uuid is null or s.merchant_account_id = $4)
             order by s.merchant_account_id, s.currency limit $5""";
    private static final String DATE =
            "select business_date from settlement_account where tenant_id = $1 and run_id = $2 limit 1";
    private static final String ITEMS = """
            select i.*, p.sale_id, p.store_id, p.terminal_number, p.card_masked, p.card_scheme, p.created_at, %s
              from settlement_item i
              left join payment p on i.source_kind = 'payment' and p.tenant_id = i.tenant_id
               and p.business_date = i.booked_on and p.id = i.source_id
              %s
             where i.tenant_id = $1 and i.business_date = $2 and i.run_id = $3
               and ($4::uuid is null or i.merchant_account_id = $4) and i.number > $5
             order by i.number limit $6""".formatted(Reasons.COLUMNS, Reasons.JOINS);

    private SettlementReads() {}

    /** Which runs: before an id, or exactly one; never more than {@code most}. */
    public record Asked(@Nullable UUID before, @Nullable UUID only, int most) {}

    /** Newest first. */
    public static Uni<List<RunView>> runs(SqlConnection connection, TenantId tenant, boolean ofMerchant, Asked asked) {
        Tuple values = Tuple.of(tenant.value())
                .addUUID(asked.before)
                .addUUID(asked.only)
                .addInteger(asked.most);
        return connection
                .preparedQuery(ofMerchant ? RUNS_OF_MERCHANT : RUNS_OF_TENANT)
                .execute(values)
                .chain(rows -> {
                    List<Row> runs = new ArrayList<>();
                    rows.forEach(runs::add);
                    return totals(connection, tenant, runs)
                            .map(totals -> runs.stream()
                                    .map(row -> run(row, totals.getOrDefault(row.getUUID("id"), List.of())))
                                    .toList());
                });
    }

    /** By merchant account; one more than the page holds. */
    public static Uni<List<AccountSettlement>> accounts(
            SqlConnection connection, TenantId tenant, UUID run, Asked asked) {
        Tuple values = Tuple.of(tenant.value(), run)
                .addUUID(asked.before)
                .addUUID(asked.only)
                .addInteger(asked.most);
        return connection.preparedQuery(ACCOUNTS).execute(values).map(rows -> {
            List<AccountSettlement> accounts = new ArrayList<>();
            rows.forEach(row -> accounts.add(account(row)));
            return accounts;
        });
    }

    /** Which items: of a run, and of one account where one is named, behind a number. */
    public record ItemsAsked(UUID run, @Nullable MerchantAccountId account, long after, int most) {}

    /** In the order of the journal. Empty as well for a run that is not here. */
    public static Uni<List<SettlementItem>> items(SqlConnection connection, TenantId tenant, ItemsAsked asked) {
        MerchantAccountId account = asked.account;
        return connection
                .preparedQuery(DATE)
                .execute(Tuple.of(tenant.value(), asked.run))
                .chain(dates -> dates.iterator().hasNext()
                        ? items(
                                connection,
                                Tuple.of(
                                                tenant.value(),
                                                dates.iterator().next().getLocalDate("business_date"),
                                                asked.run)
                                        .addUUID(account == null ? null : account.value())
                                        .addLong(asked.after)
                                        .addInteger(asked.most))
                        : Uni.createFrom().item(List.<SettlementItem>of()));
    }

    private static Uni<List<SettlementItem>> items(SqlConnection connection, Tuple values) {
        return connection.preparedQuery(ITEMS).execute(values).map(rows -> {
            List<SettlementItem> items = new ArrayList<>();
            rows.forEach(row -> items.add(item(row)));
            return items;
        });
    }

    private static Uni<Map<UUID, List<Totals>>> totals(SqlConnection connection, TenantId tenant, List<Row> runs) {
        UUID[] ids = runs.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return connection
                .preparedQuery(TOTALS)
                .execute(Tuple.of(tenant.value(), ids))
                .map(rows -> {
                    Map<UUID, List<Totals>> totals = new HashMap<>();
                    rows.forEach(row -> totals.computeIfAbsent(row.getUUID("run_id"), id -> new ArrayList<>())
                            .add(total(row)));
                    return totals;
                });
    }

    private static RunView run(Row row, List<Totals> totals) {
        return new RunView(
                row.getUUID("id"),
                row.getLocalDate("business_date"),
                row.getInteger("cycle"),
                row.getOffsetDateTime("cut_at").toInstant(),
                row.getString("occasion"),
                row.getLong("to_number"),
                totals);
    }

    private static Totals total(Row row) {
        return new Totals(
                row.getInteger("accounts"),
                row.getInteger("payouts"),
                row.getInteger("items"),
                money(row, "sales"),
                money(row, "refunds"),
                money(row, "voids"),
                money(row, "fees"),
                money(row, "chargebacks"),
                money(row, "reserves"),
                money(row, "adjustments"),
                money(row, "carried_in"),
                money(row, "net"),
                money(row, "paid_out"),
                money(row, "carried_out"));
    }

    private static AccountSettlement account(Row row) {
        return new AccountSettlement(
                row.getUUID("run_id"),
                row.getLocalDate("business_date"),
                row.getInteger("cycle"),
                row.getOffsetDateTime("cut_at").toInstant(),
                new MerchantId(row.getUUID("merchant_id")),
                row.getString("trading_name"),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                row.getString("number"),
                row.getInteger("items"),
                new Counted(row.getInteger("sales_count"), money(row, "sales")),
                new Counted(row.getInteger("refunds_count"), money(row, "refunds")),
                new Counted(row.getInteger("voids_count"), money(row, "voids")),
                money(row, "fees"),
                money(row, "chargebacks"),
                money(row, "reserves"),
                money(row, "adjustments"),
                money(row, "carried_in"),
                money(row, "net"),
                money(row, "carried_out"),
                row.getString("outcome"),
                row.getUUID("payout_id"));
    }

    private static SettlementItem item(Row row) {
        Money gross = money(row, "gross");
        Money fee = money(row, "fee");
        return new SettlementItem(
                row.getLong("number"),
                row.getString("kind"),
                row.getUUID("source_id"),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                row.getLocalDate("booked_on"),
                row.getOffsetDateTime("booked_at").toInstant(),
                gross,
                fee,
                gross.plus(fee),
                payment(row),
                reason(row));
    }

    private static SettlementItem.@Nullable Reason reason(Row row) {
        Why why = Reasons.of(row);
        return why == null ? null : new SettlementItem.Reason(why.text(Locale.ENGLISH), why.text(Locale.CHINESE));
    }

    private static SettlementItem.@Nullable Payment payment(Row row) {
        UUID sale = row.getUUID("sale_id");
        return sale == null
                ? null
                : new SettlementItem.Payment(
                        row.getUUID("source_id"),
                        sale,
                        row.getUUID("store_id"),
                        row.getString("terminal_number"),
                        row.getString("card_masked"),
                        row.getString("card_scheme"),
                        row.getOffsetDateTime("created_at").toInstant());
    }

    private static Money money(Row row, String column) {
        return Money.of(row.getLong(column), row.getString("currency"));
    }
}
