package io.tillgate.ledger.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.domain.ChainLink;
import io.tillgate.shared.TenantId;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals and blocks, and the journal as the chain sees it. */
public final class ChainTable {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String CONTENT = """
            concat_ws(E'\\n', e.id, e.business_date, e.source_kind, e.source_id, e.rule,
                      (extract(epoch from e.recorded_at) * 1000000)::bigint) as facts,
            (select string_agg(concat_ws(':', p.line, p.account_id, p.amount, p.currency), E'\\n' order by p.line)
               from journal_posting p
              where p.tenant_id = e.tenant_id and p.business_date = e.business_date and p.entry_id = e.id) as postings""";
    private static final String START =
            "insert into ledger_chain (tenant_id, number, hash, sealed_by, sealed_entry, version)"
                    + " values ($1, 0, $2, '0'::xid8, $3, 0) on conflict do nothing";
    private static final String LOCK = "select number, hash, sealed_by::text as sealed_by, sealed_entry"
            + " from ledger_chain where tenant_id = $1 for update";
    /** Asked once the lock is held: the statement that waited for it still looks through the eyes it had before. */
    private static final String RESTORED =
            "select sealed_by >= pg_snapshot_xmax(pg_current_snapshot()) as restored from ledger_chain where tenant_id = $1";

    private static final String UNSEALED =
            "select e.id, e.business_date, e.inserted_by::text as inserted_by, " + CONTENT
                    + " from journal_entry e where e.tenant_id = $1"
                    + " and e.inserted_by < pg_snapshot_xmin(pg_current_snapshot())"
                    + " and (e.inserted_by, e.id) > ($2::text::xid8, $3::uuid)"
                    + " order by e.inserted_by, e.id limit $4";
    private static final String SEAL = "insert into journal_seal (tenant_id, number, business_date, entry_id, hash)"
            + " select $1, * from unnest($2::bigint[], $3::date[], $4::uuid[], $5::bytea[])";
    private static final String ADVANCE = "update ledger_chain set number = $2, hash = $3, sealed_by = $4::text::xid8,"
            + " sealed_entry = $5, version = version + 1 where tenant_id = $1";
    private static final String BLOCK =
            "insert into ledger_block (tenant_id, last_number, hash, signature) values ($1, $2, $3, $4)";
    private static final String HEAD = "select c.number, c.hash, b.signature, b.sealed_at from ledger_chain c"
            + " left join ledger_block b on b.tenant_id = c.tenant_id and b.last_number = c.number where c.tenant_id = $1";
    private static final String BLOCK_COVERING = "select last_number, hash, signature, sealed_at from ledger_block"
            + " where tenant_id = $1 and last_number >= $2 order by last_number limit 1";
    private static final String STRETCH = "select s.number, s.hash, b.signature, " + CONTENT
            + " from journal_seal s"
            + " join journal_entry e on e.tenant_id = s.tenant_id and e.business_date = s.business_date and e.id = s.entry_id"
            + " left join ledger_block b on b.tenant_id = s.tenant_id and b.last_number = s.number"
            + " where s.tenant_id = $1 and s.number > $2 order by s.number limit $3";
    private static final String HASH_AT = "select hash from journal_seal where tenant_id = $1 and number = $2";
    /**
     * The entry that is numbered next. Where the chain ends is read by scalar subqueries, which hold nothing that could leak
     * a row: joined, or in a coalesce of their own, they would keep the comparison out of the index, and the whole journal
     * would be read every second.
     */
    private static final String OLDEST_UNSEALED =
            " from journal_entry e where e.tenant_id = $1 and (e.inserted_by, e.id) >"
                    + " ((select coalesce(max(sealed_by), '0'::xid8) from ledger_chain where tenant_id = $1),"
                    + " (select coalesce((array_agg(sealed_entry))[1], '00000000-0000-0000-0000-000000000000'::uuid)"
                    + " from ledger_chain where tenant_id = $1)) order by e.inserted_by, e.id limit 1";

    private static final String LAG = "select coalesce((select extract(epoch from clock_timestamp() - e.recorded_at)"
            + OLDEST_UNSEALED + "), 0)::float8 as lag";

    private static final String NEXT = "select pg_snapshot_xmax(pg_current_snapshot())::text as mark";
    private static final String SEALED_BEFORE =
            "select coalesce((select e.inserted_by" + OLDEST_UNSEALED + ") >= $2::text::xid8, true) as done";

    private ChainTable() {}

    /** Where the sealer stands. */
    public record State(long number, byte[] hash, String sealedBy, UUID sealedEntry) {}

    /** A committed entry that waits for its number. */
    public record Unsealed(UUID id, LocalDate businessDate, String insertedBy, ChainLink.Content content) {}

    /** An entry with its number and hash. */
    public record Sealed(Unsealed entry, long number, byte[] hash) {}

    /** A sealed entry as it stands in the tables now. */
    public record Stored(long number, byte[] hash, byte @Nullable [] signature, ChainLink.Content content) {}

    /** The end of the chain. */
    public record Head(
            long number,
            byte[] hash,
            byte @Nullable [] signature,
            @Nullable OffsetDateTime sealedAt) {}

    /** A signed stretch of the chain. */
    public record Block(long number, byte[] hash, byte[] signature, OffsetDateTime sealedAt) {}

    /** Starts the chain if there is none, and holds it against a second sealer until the transaction ends. */
    public static Uni<State> lock(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(START)
                .execute(Tuple.of(tenant.value(), Buffer.buffer(ChainLink.genesis()), FIRST))
                .chain(() -> connection.preparedQuery(LOCK).execute(Tuple.of(tenant.value())))
                .map(rows -> rows.iterator().next())
                .call(() -> connection
                        .preparedQuery(RESTORED)
                        .execute(Tuple.of(tenant.value()))
                        .invoke(rows -> refuseRestored(rows.iterator().next())))
                .map(row -> new State(
                        row.getLong("number"),
                        bytes(row, "hash"),
                        row.getString("sealed_by"),
                        row.getUUID("sealed_entry")));
    }

    /** Behind these ids no entry would ever be sealed, nor settled, and nothing would say so. */
    private static void refuseRestored(Row row) {
        if (row.getBoolean("restored")) {
            throw new IllegalStateException(
                    "the book was restored, and transaction ids begin below its last sealed one:"
                            + " move the counter on, as the operator's guide says");
        }
    }

    /** Entries older than every running writer, in the order in which they will be numbered. */
    public static Uni<List<Unsealed>> unsealed(SqlConnection connection, TenantId tenant, State state, int most) {
        return connection
                .preparedQuery(UNSEALED)
                .execute(Tuple.of(tenant.value(), state.sealedBy, state.sealedEntry, most))
                .map(rows -> {
                    List<Unsealed> entries = new ArrayList<>();
                    rows.forEach(row -> entries.add(new Unsealed(
                            row.getUUID("id"),
                            row.getLocalDate("business_date"),
                            row.getString("inserted_by"),
                            content(row))));
                    return entries;
                });
    }

    /** Writes a block: its seals, its signed head, and where the next one goes on. */
    public static Uni<Void> append(SqlConnection connection, TenantId tenant, List<Sealed> block, byte[] signature) {
        Sealed last = block.getLast();
        Buffer hash = Buffer.buffer(last.hash);
        Tuple seals = Tuple.of(tenant.value())
                .addValue(block.stream().map(Sealed::number).toArray(Long[]::new))
                .addValue(block.stream().map(s -> s.entry.businessDate).toArray(LocalDate[]::new))
                .addValue(block.stream().map(s -> s.entry.id).toArray(UUID[]::new))
                .addValue(block.stream().map(s -> Buffer.buffer(s.hash)).toArray(Buffer[]::new));
        return connection
                .preparedQuery(SEAL)
                .execute(seals)
                .chain(() -> connection
                        .preparedQuery(ADVANCE)
                        .execute(Tuple.of(tenant.value(), last.number, hash, last.entry.insertedBy, last.entry.id)))
                .chain(() -> connection
                        .preparedQuery(BLOCK)
                        .execute(Tuple.of(tenant.value(), last.number, hash, Buffer.buffer(signature))))
                .replaceWithVoid();
    }

    public static Uni<Head> head(SqlConnection connection, TenantId tenant) {
        return connection.preparedQuery(HEAD).execute(Tuple.of(tenant.value())).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            if (!found.hasNext()) {
                return new Head(0, ChainLink.genesis(), null, null);
            }
            Row row = found.next();
            return new Head(
                    row.getLong("number"),
                    bytes(row, "hash"),
                    optionalBytes(row, "signature"),
                    row.get(OffsetDateTime.class, "sealed_at"));
        });
    }

    /** The block that holds a number. */
    public static Uni<Optional<Block>> blockCovering(SqlConnection connection, TenantId tenant, long number) {
        return connection
                .preparedQuery(BLOCK_COVERING)
                .execute(Tuple.of(tenant.value(), number))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() ? Optional.of(block(found.next())) : Optional.empty();
                });
    }

    private static Block block(Row row) {
        return new Block(
                row.getLong("last_number"),
                bytes(row, "hash"),
                bytes(row, "signature"),
                row.getOffsetDateTime("sealed_at"));
    }

    public static Uni<List<Stored>> stretch(SqlConnection connection, TenantId tenant, long after, int most) {
        return connection
                .preparedQuery(STRETCH)
                .execute(Tuple.of(tenant.value(), after, most))
                .map(rows -> {
                    List<Stored> stored = new ArrayList<>();
                    rows.forEach(row -> stored.add(new Stored(
                            row.getLong("number"), bytes(row, "hash"), optionalBytes(row, "signature"), content(row))));
                    return stored;
                });
    }

    /** The hash at a number; what comes before the first entry at zero or beyond the end. */
    public static Uni<byte[]> hashAt(SqlConnection connection, TenantId tenant, long number) {
        return connection
                .preparedQuery(HASH_AT)
                .execute(Tuple.of(tenant.value(), number))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() ? bytes(found.next(), "hash") : ChainLink.genesis();
                });
    }

    /** No transaction that has begun by now has this number, or a later one. */
    public static Uni<String> nextTransaction(SqlConnection connection) {
        return connection
                .query(NEXT)
                .execute()
                .map(rows -> rows.iterator().next().getString("mark"));
    }

    /** Whether every committed entry of transactions before the mark has its number. */
    public static Uni<Boolean> isSealedBefore(SqlConnection connection, TenantId tenant, String mark) {
        return connection
                .preparedQuery(SEALED_BEFORE)
                .execute(Tuple.of(tenant.value(), mark))
                .map(rows -> rows.iterator().next().getBoolean("done"));
    }

    /** Age in seconds of the committed entry that is numbered next; 0 when all have their numbers. */
    public static Uni<Double> lagSeconds(SqlConnection connection, TenantId tenant) {
        return connection.preparedQuery(LAG).execute(Tuple.of(tenant.value())).map(ChainTable::lag);
    }

    private static double lag(RowSet<Row> rows) {
        return rows.iterator().next().getDouble("lag");
    }

    private static ChainLink.Content content(Row row) {
        return new ChainLink.Content(row.getString("facts"), row.getString("postings"));
    }

    private static byte[] bytes(Row row, String column) {
        return row.getBuffer(column).getBytes();
    }

    private static byte @Nullable [] optionalBytes(Row row, String column) {
        return row.getBuffer(column) == null ? null : bytes(row, column);
    }
}
