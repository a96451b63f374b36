package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * One writer of a tenant's settlement at a time, on whatever replica: what it reads stays so until it commits. Sales never
 * take it.
 */
public final class SettlementLock {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('settlement:' || $1, 0))";

    private SettlementLock() {}

    /** Held until the transaction ends. Taken again inside one transaction it costs nothing. */
    public static Uni<Void> take(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(tenant.toString()))
                .replaceWithVoid();
    }
}
