package io.tillgate.ledger.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.platform.persistence.BatchStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes entries and postings in one statement, because the database accepts neither without the other. Refuses the
 * rows whose source is already booked under their rule. Late in the order: the balances of the tenant's own accounts
 * are the busiest rows there are, and stay locked from here to the commit.
 */
public final class WritingEntries implements BatchStatement<JournalEntry> {
    private static final String SQL = """
            with entry as materialized (
              select * from unnest($1::uuid[], $2::date[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::int[])
                as t (tenant_id, business_date, id, source_kind, source_id, rule, posting_count)),
            claimed as (
              insert into journal_source (tenant_id, source_kind, source_id, rule, business_date, entry_id)
              select tenant_id, source_kind, source_id, rule, business_date, id from entry order by 1, 2, 3, 4
              on conflict do nothing
              returning tenant_id, entry_id),
            entered as (
              insert into journal_entry (tenant_id, business_date, id, source_kind, source_id, rule, posting_count)
              select e.tenant_id, e.business_date, e.id, e.source_kind, e.source_id, e.rule, e.posting_count
                from entry e join claimed c on c.tenant_id = e.tenant_id and c.entry_id = e.id),
            posted as (
              insert into journal_posting (tenant_id, business_date, entry_id, line, account_id, amount, currency)
              select p.tenant_id, p.business_date, p.entry_id, p.line, p.account_id, p.amount, p.currency
                from unnest($8::uuid[], $9::date[], $10::uuid[], $11::int[], $12::uuid[], $13::bigint[], $14::text[])
                  as p (tenant_id, business_date, entry_id, line, account_id, amount, currency)
                join claimed c on c.tenant_id = p.tenant_id and c.entry_id = p.entry_id)
            select entry_id from claimed""";

    @Override
    public String name() {
        return "ledger.entries";
    }

    @Override
    public int order() {
        return 8_000;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<JournalEntry> rows) {
        Map<UUID, JournalEntry> entries = new LinkedHashMap<>();
        Map<UUID, Integer> indexes = new LinkedHashMap<>();
        Set<Integer> refused = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            UUID id = rows.get(i).id();
            if (indexes.putIfAbsent(id, i) == null) {
                entries.put(id, rows.get(i));
            } else {
                refused.add(i);
            }
        }
        return connection
                .preparedQuery(SQL)
                .execute(JournalColumns.of(entries).parameters())
                .map(written -> withUnwritten(refused, indexes, written));
    }

    private static Set<Integer> withUnwritten(Set<Integer> refused, Map<UUID, Integer> indexes, RowSet<Row> written) {
        Map<UUID, Integer> left = new LinkedHashMap<>(indexes);
        for (Row row : written) {
            left.remove(row.getUUID("entry_id"));
        }
        refused.addAll(left.values());
        return refused;
    }
}
