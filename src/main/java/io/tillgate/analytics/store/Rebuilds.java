package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Rebuild;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rebuilds that were asked for, and the emptying of a day. */
public final class Rebuilds {
    /** After so many failures of one day a person has to look. */
    static final int ATTEMPTS_MAX = 5;

    private static final String ASK =
            "insert into analytics_rebuild (tenant_id, id, state, from_date, to_date, next_date,"
                    + " asked_by) values ($1, $2, 'running', $3, $4, $3, $5) on conflict do nothing returning *";
    private static final String LATEST =
            "select * from analytics_rebuild where tenant_id = $1 order by asked_at desc, id desc limit 20";
    private static final String RUNNING = "select * from analytics_rebuild where state = 'running'";
    private static final String HELD =
            "select * from analytics_rebuild where tenant_id = $1 and id = $2 and state = 'running' for update";
    private static final String DAY_DONE = "update analytics_rebuild set next_date = next_date + 1, attempts = 0,"
            + " payments = payments + $3, sales = sales + $4,"
            + " state = case when next_date < to_date then 'running' else 'done' end,"
            + " ended_at = case when next_date < to_date then null else now() end where tenant_id = $1 and id = $2";
    private static final String FAILED = "update analytics_rebuild set attempts = attempts + 1, error = $3,"
            + " state = case when attempts + 1 < " + ATTEMPTS_MAX + " then 'running' else 'failed' end,"
            + " ended_at = case when attempts + 1 < " + ATTEMPTS_MAX + " then null else now() end"
            + " where tenant_id = $1 and id = $2 and state = 'running'";
    private static final List<String> OF_A_DAY = List.of(
            "analytics_payment",
            "analytics_hour",
            "analytics_day",
            "analytics_decline",
            "analytics_basket",
            "analytics_basket_hour",
            "analytics_line",
            "analytics_product");

    private Rebuilds() {}

    /** Nothing when one is running already. */
    public static Uni<Optional<Rebuild>> ask(
            SqlConnection connection, TenantId tenant, UUID id, Period period, String askedBy) {
        return connection
                .preparedQuery(ASK)
                .execute(Tuple.of(tenant.value(), id, period.from(), period.to(), askedBy))
                .map(rows -> read(rows).stream().findFirst());
    }

    /** The newest twenty, the newest first. */
    public static Uni<List<Rebuild>> latest(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(LATEST)
                .execute(Tuple.of(tenant.value()))
                .map(Rebuilds::read);
    }

    /** Of all tenants in scope. */
    public static Uni<List<Running>> running(SqlConnection connection) {
        return connection
                .query(RUNNING)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Running(new TenantId(row.getUUID("tenant_id")), row.getUUID("id")))
                        .toList());
    }

    /** The day that is next; nothing when it is over. Nobody else works at it until the transaction ends. */
    public static Uni<Optional<LocalDate>> hold(SqlConnection connection, Running rebuild) {
        return connection
                .preparedQuery(HELD)
                .execute(rebuild.key())
                .map(rows -> read(rows).stream().findFirst().map(Rebuild::next));
    }

    public static Uni<Void> empty(SqlConnection connection, TenantId tenant, LocalDate day) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String table : OF_A_DAY) {
            String sql = "delete from " + table + " where tenant_id = $1 and business_date = $2";
            all = all.chain(() -> connection
                    .preparedQuery(sql)
                    .execute(Tuple.of(tenant.value(), day))
                    .replaceWithVoid());
        }
        return all.chain(() -> BasketFold.sumWeek(connection, tenant, day));
    }

    public static Uni<Void> dayDone(SqlConnection connection, Running rebuild, long payments, long sales) {
        return connection
                .preparedQuery(DAY_DONE)
                .execute(rebuild.key().addLong(payments).addLong(sales))
                .replaceWithVoid();
    }

    public static Uni<Void> failed(SqlConnection connection, Running rebuild, String error) {
        return connection
                .preparedQuery(FAILED)
                .execute(rebuild.key().addString(error))
                .replaceWithVoid();
    }

    /** One that is not over. */
    public record Running(TenantId tenant, UUID id) {
        Tuple key() {
            return Tuple.of(tenant.value(), id);
        }
    }

    private static List<Rebuild> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Rebuild(
                        row.getUUID("id"),
                        row.getString("state"),
                        new Period(row.getLocalDate("from_date"), row.getLocalDate("to_date")),
                        row.getLocalDate("next_date"),
                        row.getLong("payments"),
                        row.getLong("sales"),
                        row.getString("asked_by"),
                        row.getOffsetDateTime("asked_at").toInstant(),
                        instant(row.getOffsetDateTime("ended_at")),
                        row.getString("error")))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
