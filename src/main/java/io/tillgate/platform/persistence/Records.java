package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on one connection, as Hibernate session and as SQL, so that managed records, audit and outbox commit
 * together. Reaching Hibernate Reactive's own connection needs one cast to an internal class: it stays here and is
 * pinned by a test.
 */
public final class Records {
    private final Mutiny.Session session;

    Records(Mutiny.Session session) {
        this.session = session;
    }

    public Mutiny.Session session() {
        return session;
    }

    /** Flushes the session, then runs the statement with {@code $1, $2, ...}; answers the number of rows. */
    public Uni<Integer> execute(String sql, @Nullable Object... parameters) {
        return session.flush().chain(() -> executeNow(sql, parameters));
    }

    /** Flushes the session, then reads. Instants come back as {@link java.time.OffsetDateTime}. */
    public Uni<List<Object[]>> select(String sql, @Nullable Object... parameters) {
        return session.flush()
                .chain(() -> Uni.createFrom()
                        .completionStage(() -> connection().select(sql, driverValues(parameters)))
                        .map(Records::rows));
    }

    private Uni<Integer> executeNow(String sql, @Nullable Object... parameters) {
        return Uni.createFrom().completionStage(() -> connection().update(sql, driverValues(parameters)));
    }

    Uni<Void> settings(Scope scope) {
        return Uni.createFrom()
                .completionStage(() -> connection().select(TenantTransaction.SETTINGS, new Object[] {
                    scope.tenantsSetting(), scope.merchantSetting()
                }))
                .replaceWithVoid();
    }

    private ReactiveConnection connection() {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    private static List<Object[]> rows(Iterator<Object[]> result) {
        List<Object[]> rows = new ArrayList<>();
        result.forEachRemaining(rows::add);
        return rows;
    }

    /** The driver knows OffsetDateTime, not Instant. */
    private static @Nullable Object[] driverValues(@Nullable Object... parameters) {
        @Nullable Object[] values = parameters.clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Instant instant) {
                values[i] = instant.atOffset(ZoneOffset.UTC);
            }
        }
        return values;
    }
}
