package io.tillgate.ledger.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.LedgerProof;
import io.tillgate.ledger.OpenItems;
import io.tillgate.ledger.domain.Proving;
import io.tillgate.ledger.domain.Proving.Figure;
import io.tillgate.ledger.domain.Proving.Side;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Balances, journal and everybody's open items in one statement, hence in one snapshot, whatever commits meanwhile. */
public final class ReadingProof {
    /** One row is the snapshot's own time: an empty book has one, too. */
    private static final String BOOK = """
            select 'NOW' as side, '' as code, '' as name, '' as currency, 0::bigint as amount, now() as at
            union all
            select 'BALANCE', a.code, '', a.currency, coalesce(sum(b.amount), 0)::bigint, null
              from ledger_account a
              left join ledger_balance b on b.tenant_id = a.tenant_id and b.account_id = a.id
             where a.tenant_id = $1
             group by a.code, a.currency
            union all
            select 'POSTINGS', a.code, '', a.currency, sum(p.amount)::bigint, null
              from (select account_id, sum(amount) as amount from journal_posting where tenant_id = $1 group by account_id) p
              join ledger_account a on a.tenant_id = $1 and a.id = p.account_id
             group by a.code, a.currency""";

    private final String sql;

    public ReadingProof(List<OpenItems> contributors) {
        StringBuilder text = new StringBuilder(BOOK);
        for (OpenItems each : contributors) {
            requireName(each.name());
            text.append("\nunion all\nselect 'OPEN_ITEMS', '")
                    .append(each.control().code())
                    .append("', '")
                    .append(each.name())
                    .append("', i.currency, sum(i.amount)::bigint, null from (\n")
                    .append(each.sql())
                    .append("\n) i group by i.currency");
        }
        this.sql = text.toString();
    }

    public Uni<LedgerProof> read(SqlConnection connection, TenantId tenant) {
        return connection.preparedQuery(sql).execute(Tuple.of(tenant.value())).map(ReadingProof::proof);
    }

    private static LedgerProof proof(RowSet<Row> rows) {
        List<Figure> figures = new ArrayList<>();
        Instant asOf = Instant.EPOCH;
        for (Row row : rows) {
            if (row.getString("side").equals("NOW")) {
                asOf = row.get(OffsetDateTime.class, "at").toInstant();
                continue;
            }
            figures.add(new Figure(
                    Side.valueOf(row.getString("side")),
                    AccountCode.ofCode(row.getString("code")),
                    row.getString("name"),
                    Money.of(row.getLong("amount"), row.getString("currency"))));
        }
        return Proving.prove(asOf, figures);
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("name of open items must be lower case letters and dashes: " + name);
        }
    }
}
