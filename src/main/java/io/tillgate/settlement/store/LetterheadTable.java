package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.statement.Letterhead;
import io.tillgate.settlement.store.RunTable.New;
import io.tillgate.tenancy.LocalText;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The names that a run's statements show, so that a statement is the same after somebody was renamed. */
public final class LetterheadTable {
    /** One row for each account of the run, with the names of all stores of its merchant. */
    private static final String KEEP = """
            insert into settlement_letterhead (tenant_id, run_id, merchant_account_id, merchant_id, business_date, issuer_en,
                   issuer_zh, word_mark, colour, time_zone, legal_name, trading_name, registration_number, country,
                   merchant_number, fee_plan, stores)
            with settled as materialized (
              select distinct merchant_account_id from settlement_account where tenant_id = $1 and run_id = $2),
            named as (
              select merchant_id, jsonb_object_agg(id, jsonb_build_array(name_en, name_zh)) as stores
                from store where tenant_id = $1 group by merchant_id)
            select $1, $2, c.id, m.id, $3, $4, $5, $6, $7, $8, m.legal_name, m.trading_name, m.registration_number,
                   m.country, c.number, c.fee_plan, coalesce(n.stores, '{}')
              from settled s
              join merchant_account c on c.tenant_id = $1 and c.id = s.merchant_account_id
              join merchant m on m.tenant_id = $1 and m.id = c.merchant_id
              left join named n on n.merchant_id = m.id""";

    private LetterheadTable() {}

    /** After the run's accounts were written. */
    public static Uni<Void> keep(SqlConnection connection, New run, Letterhead head) {
        Tuple values = Tuple.of(run.tenant().value(), run.id(), run.businessDate())
                .addString(head.name().en())
                .addString(head.name().zh())
                .addString(head.wordMark())
                .addString(head.colour())
                .addString(head.zone().getId());
        return connection.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    /** Null for a run from before letterheads were kept. */
    static @Nullable Letterhead of(Row row) {
        String issuer = row.getString("issuer_en");
        return issuer == null
                ? null
                : new Letterhead(
                        new LocalText(issuer, row.getString("issuer_zh")),
                        row.getString("word_mark"),
                        row.getString("colour"),
                        ZoneId.of(row.getString("time_zone")));
    }
}
