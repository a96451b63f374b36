package io.tillgate.risk.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.retention.Erasure;
import io.tillgate.risk.domain.Grain;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;

/** Removes buckets that no window reaches any more. Each grain has its own time, so that an index finds the old ones. */
final class CounterExpiry implements Erasure {
    /** What the table's comment says: longer than any grain is kept. */
    static final int DAYS = 8;

    private static final String EXPIRE = "delete from risk_counter where tenant_id = $1 and ctid = any (array("
            + "select ctid from risk_counter where tenant_id = $1 and grain = $2 and bucket < $3 limit $4))";

    /** Answers the most that a grain lost, so that a full batch of any of them asks for another. */
    @Override
    public Uni<Integer> erase(SqlConnection connection, Batch batch) {
        return Multi.createFrom()
                .items(Grain.values())
                .onItem()
                .transformToUniAndConcatenate(grain -> erase(connection, batch, grain))
                .collect()
                .with(java.util.stream.Collectors.reducing(0, Math::max));
    }

    private static Uni<Integer> erase(SqlConnection connection, Batch batch, Grain grain) {
        return connection
                .preparedQuery(EXPIRE)
                .execute(Tuple.of(
                        batch.tenant().value(),
                        grain.name(),
                        batch.before()
                                .plus(Duration.ofDays(DAYS))
                                .minus(grain.keep())
                                .atOffset(ZoneOffset.UTC),
                        batch.rowsMax()))
                .map(rows -> rows.rowCount());
    }
}
