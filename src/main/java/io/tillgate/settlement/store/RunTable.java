package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Runs, by which every sealed entry is settled once. */
public final class RunTable {
    private static final String LAST = "select id, business_date, cycle, sequence, to_number from settlement_run"
            + " where tenant_id = $1 order by sequence desc limit 1";
    private static final String OF_CALENDAR = "select id, business_date, cycle, sequence, to_number from settlement_run"
            + " where tenant_id = $1 and occasion = 'calendar' order by business_date desc limit 1";
    private static final String CYCLES =
            "select coalesce(max(cycle), 0) as cycles from settlement_run where tenant_id = $1 and business_date = $2";
    private static final String SEALED =
            "select coalesce(max(number), 0) as number from ledger_chain where tenant_id = $1";
    private static final String TRADED =
            "select exists (select from journal_entry where tenant_id = $1 and business_date <= $2) as traded";
    private static final String INSERT = "insert into settlement_run (tenant_id, id, business_date, cycle, occasion,"
            + " from_number, to_number, sequence, cut_at, cut_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private RunTable() {}

    /** A run that stands. */
    public record Past(UUID id, LocalDate businessDate, int cycle, long sequence, long through) {}

    /**
     * A run that is being made.
     *
     * @param after the number before its first
     * @param through its last number
     */
    public record New(
            TenantId tenant,
            UUID id,
            LocalDate businessDate,
            int cycle,
            String occasion,
            long after,
            long through,
            long sequence,
            Instant cutAt,
            String cutBy) {}

    public static Uni<Optional<Past>> last(SqlConnection connection, TenantId tenant) {
        return connection.preparedQuery(LAST).execute(Tuple.of(tenant.value())).map(RunTable::first);
    }

    /** The last one that the calendar made. */
    public static Uni<Optional<Past>> lastOfCalendar(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(OF_CALENDAR)
                .execute(Tuple.of(tenant.value()))
                .map(RunTable::first);
    }

    public static Uni<Integer> cycles(SqlConnection connection, TenantId tenant, LocalDate businessDate) {
        return connection
                .preparedQuery(CYCLES)
                .execute(Tuple.of(tenant.value(), businessDate))
                .map(rows -> rows.iterator().next().getInteger("cycles"));
    }

    /** The last sealed number. */
    public static Uni<Long> sealed(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(SEALED)
                .execute(Tuple.of(tenant.value()))
                .map(rows -> rows.iterator().next().getLong("number"));
    }

    /** Whether anything was ever booked under this date or an earlier one. */
    public static Uni<Boolean> hasTraded(SqlConnection connection, TenantId tenant, LocalDate until) {
        return connection
                .preparedQuery(TRADED)
                .execute(Tuple.of(tenant.value(), until))
                .map(rows -> rows.iterator().next().getBoolean("traded"));
    }

    public static Uni<Void> insert(SqlConnection connection, New run) {
        Tuple values = Tuple.of(run.tenant.value(), run.id, run.businessDate, run.cycle, run.occasion)
                .addLong(run.after)
                .addLong(run.through)
                .addLong(run.sequence)
                .addOffsetDateTime(run.cutAt.atOffset(ZoneOffset.UTC))
                .addString(run.cutBy);
        return connection.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    private static Optional<Past> first(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new Past(
                row.getUUID("id"),
                row.getLocalDate("business_date"),
                row.getInteger("cycle"),
                row.getLong("sequence"),
                row.getLong("to_number")));
    }
}
