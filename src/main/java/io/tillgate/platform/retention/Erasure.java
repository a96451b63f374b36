package io.tillgate.platform.retention;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Erases one batch, in one transaction. */
@FunctionalInterface
public interface Erasure {
    /** How many rows were due and are gone; fewer than asked for when no more are due. */
    Uni<Integer> erase(SqlConnection connection, Batch batch);

    /** One statement that affects a row for each row that was due. */
    static Erasure by(String sql) {
        return (connection, batch) ->
                connection.preparedQuery(sql).execute(batch.tuple()).map(rows -> rows.rowCount());
    }

    /**
     * What to erase.
     *
     * @param before rows from before this moment are due
     */
    record Batch(TenantId tenant, Instant before, int rowsMax) {
        /** {@code $1} tenant, {@code $2} moment, {@code $3} rows. */
        public Tuple tuple() {
            return Tuple.of(tenant.value(), at(), rowsMax);
        }

        OffsetDateTime at() {
            return before.atOffset(ZoneOffset.UTC);
        }
    }
}
