package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.settlement.domain.SettlementIds;
import io.tillgate.settlement.store.RunTable.New;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What card hosts owe for a run's stretch of the journal. */
public final class OwedByHosts {
    private static final String OWED_BY_HOSTS = """
            select p.currency, sum(p.amount)::bigint as amount
              from journal_seal s
              join journal_entry e on e.tenant_id = s.tenant_id and e.business_date = s.business_date and e.id = s.entry_id
              join journal_posting p
                on p.tenant_id = e.tenant_id and p.business_date = e.business_date and p.entry_id = e.id
              join ledger_account a
                on a.tenant_id = p.tenant_id and a.id = p.account_id and a.code = 'card-host-receivable'
             where s.tenant_id = $1 and s.number > $2 and s.number <= $3 and e.rule <> 'host-funding'
               and s.business_date between $4 and $5 and e.business_date between $4 and $5
               and p.business_date between $4 and $5
             group by p.currency having sum(p.amount) <> 0""";

    private static final String FUNDINGS =
            "insert into host_funding (tenant_id, id, run_id, business_date, currency, expected,"
                    + " state, created_at) select $1, f.id, $2, $3, f.currency, f.expected, 'expected', $4"
                    + " from unnest($5::uuid[], $6::text[], $7::bigint[]) as f(id, currency, expected)";

    private OwedByHosts() {}

    /** Writes down what card hosts owe for the run. */
    public static Uni<Void> expectFundings(SqlConnection connection, New run) {
        return RunDays.hashed(
                        connection,
                        run,
                        List.<Row>of(),
                        dates -> connection
                                .preparedQuery(OWED_BY_HOSTS)
                                .execute(Tuple.of(
                                        run.tenant().value(), run.after(), run.through(), dates.first(), dates.last()))
                                .map(rows -> {
                                    List<Row> owed = new ArrayList<>();
                                    rows.forEach(owed::add);
                                    return owed;
                                }))
                .chain(owed -> {
                    Tuple columns = ColumnArrays.of(owed)
                            .uuids(row ->
                                    SettlementIds.funding(run.id(), Currency.getInstance(row.getString("currency"))))
                            .texts(row -> row.getString("currency"))
                            .longs(row -> row.getLong("amount"))
                            .tuple();
                    Tuple values = Tuple.of(run.tenant().value(), run.id(), run.businessDate())
                            .addOffsetDateTime(run.cutAt().atOffset(ZoneOffset.UTC));
                    return connection.preparedQuery(FUNDINGS).execute(Tuples.joined(values, columns));
                })
                .replaceWithVoid();
    }
}
