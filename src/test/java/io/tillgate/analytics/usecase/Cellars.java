package io.tillgate.analytics.usecase;

import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Figures and book of a merchant as they lie in the database, for comparing. */
record Cellars(TenantTransaction transactions, TenantId tenant, UUID merchant) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Account, day, what it is, minor units: what the book moved for this merchant, before and beside fees. */
    private static final String BOOK = "select p.merchant_account_id || ' ' || e.business_date || ' ' || case"
            + " when e.rule in ('sale', 'void', 'refund') then 'card' when e.rule like 'cash%' then 'cash' else 'fees' end as key,"
            + " sum(case when e.rule in ('sale', 'void', 'refund') then case when a.code = 'merchant-payable' then -j.amount else 0 end"
            + " when e.rule like 'cash%' then case when a.code = 'cash-in-stores' then j.amount else 0 end"
            + " when a.code = 'fee-income' then -j.amount else 0 end)::bigint as amount"
            + " from payment p join journal_entry e on e.tenant_id = p.tenant_id and e.source_kind = 'payment' and e.source_id = p.id"
            + " join journal_posting j on j.tenant_id = e.tenant_id and j.business_date = e.business_date and j.entry_id = e.id"
            + " join ledger_account a on a.tenant_id = j.tenant_id and a.id = j.account_id"
            + " where p.tenant_id = $1 and p.merchant_id = $2 group by 1";

    private static final String FIGURES = "select merchant_account_id || ' ' || business_date || ' ' || kind as key,"
            + " sum(amount)::bigint as amount from (select tenant_id, merchant_id, merchant_account_id, business_date,"
            + " case when method = 'cash' then 'cash' else 'card' end as kind, gross - refunded as amount from %1$s"
            + " union all select tenant_id, merchant_id, merchant_account_id, business_date, 'fees', fees from %1$s) f"
            + " where tenant_id = $1 and merchant_id = $2 group by 1";

    /** Without what comes to nothing: a day's void leaves no trace in figures, and two in the book. */
    Map<String, Long> book() {
        return amounts(BOOK);
    }

    Map<String, Long> figures(String table) {
        return amounts(FIGURES.replace("%1$s", table));
    }

    /** Every cell that is not empty, as text. */
    List<String> cells() {
        List<String> all = new ArrayList<>();
        all.addAll(texts("select c::text from analytics_hour c where tenant_id = $1 and merchant_id = $2"
                + " and (payments, refunds, undone, tried) <> (0, 0, 0, 0) order by 1"));
        all.addAll(texts("select c::text from analytics_day c where tenant_id = $1 and merchant_id = $2"
                + " and (payments, refunds, undone, tried) <> (0, 0, 0, 0) order by 1"));
        all.addAll(
                texts("select c::text from analytics_decline c where tenant_id = $1 and merchant_id = $2 order by 1"));
        all.addAll(texts("select c::text from analytics_basket_hour c where tenant_id = $1 and merchant_id = $2"
                + " and baskets <> 0 order by 1"));
        all.addAll(texts("select c::text from analytics_product c where tenant_id = $1 and merchant_id = $2"
                + " and thousandths <> 0 order by 1"));
        return all;
    }

    /** What was sold of each product by week, as its own cells say, and as those of the days come to. */
    List<String> soldByWeek(String table) {
        return texts(
                "select concat_ws(' ', monday, store_id, sku, currency, sum(thousandths), sum(amount), sum(returned))"
                        + " from (select *, business_date - (extract(isodow from business_date)::int - 1) as monday from "
                        + table
                        + ") c where tenant_id = $1 and merchant_id = $2 group by monday, store_id, sku, currency"
                        + " having sum(thousandths) <> 0 order by 1");
    }

    List<UUID> payments() {
        return rows("select id from payment where tenant_id = $1 and merchant_id = $2").stream()
                .map(row -> row.getUUID("id"))
                .toList();
    }

    /** Events that figures wait for. */
    long waiting() {
        return rows("select count(*) from outbox_event where tenant_id = $1 and type like 'payment.%' and $2::uuid is not null")
                .getFirst()
                .getLong(0);
    }

    void change(String sql) {
        rows(sql);
    }

    private Map<String, Long> amounts(String sql) {
        Map<String, Long> amounts = new TreeMap<>();
        rows(sql).forEach(row -> amounts.put(row.getString("key"), row.getLong("amount")));
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    private List<String> texts(String sql) {
        return rows(sql).stream().map(row -> row.getString(0)).toList();
    }

    private List<Row> rows(String sql) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection.preparedQuery(sql).execute(Tuple.of(tenant.value(), merchant)))
                .map(found -> {
                    List<Row> rows = new ArrayList<>();
                    found.forEach(rows::add);
                    return rows;
                })
                .await()
                .atMost(PATIENCE);
    }
}
