package io.tillgate.platform.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple4;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one door to the database. It opens a transaction, tells the database whose rows it may see, and hands out one
 * connection. Row-level security does the rest: a foreign row is invisible, a foreign insert fails.
 *
 * <p>Transactions do not nest: opening one inside another on the same context is a bug and fails.
 */
@ApplicationScoped
public class TenantTransaction {
    static final String SETTINGS =
            "select set_config('tillgate.tenants', $1, true), set_config('tillgate.merchant', $2, true)";
    private static final String OPEN = "tillgate.transaction";

    private final Vertx vertx;
    private final Pool pool;

    TenantTransaction(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** Managed records: a Hibernate session and SQL on the same connection. */
    public <T> Uni<T> records(Scope scope, Function<Records, Uni<T>> work) {
        return SafeContext.run(
                vertx,
                () -> exclusively(() -> Panache.withTransaction(() -> Panache.getSession()
                        .map(Records::new)
                        .chain(records -> records.settings(scope).chain(() -> work.apply(records))))));
    }

    /** Batched SQL: the PostgreSQL client alone. */
    public <T> Uni<T> sql(Scope scope, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> settings(connection, scope).chain(() -> work.apply(connection)));
    }

    /**
     * Statements that read. Transaction, scope, statements and end are sent without waiting for each other, so the whole
     * costs one round trip instead of four. The transaction is read only.
     *
     * @param question sends its statements when it is subscribed to, none of them after the answer to another
     */
    public <T> Uni<T> read(Scope scope, Function<SqlConnection, Uni<T>> question) {
        return pool.withConnection(connection -> {
            Uni<?> begin = Sent.now(connection.query("begin read only").execute());
            Uni<?> settings = Sent.now(settings(connection, scope));
            Uni<T> answer = Sent.now(Uni.createFrom().deferred(() -> question.apply(connection)));
            Uni<?> end = Sent.now(connection.query("commit").execute());
            // all have to be over before the connection goes back; without its scope a statement sees no rows
            return Uni.combine()
                    .all()
                    .unis(begin, settings, answer, end)
                    .collectFailures()
                    .asTuple()
                    .map(Tuple4::getItem3)
                    .onFailure(CompositeException.class)
                    .transform(all -> all.getCauses().getFirst());
        });
    }

    /** Tables without a tenant only: leases, nodes, the tenant list. Every tenant table looks empty here. */
    public <T> Uni<T> global(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    static Uni<Void> settings(SqlConnection connection, Scope scope) {
        return connection
                .preparedQuery(SETTINGS)
                .execute(Tuple.of(scope.tenantsSetting(), scope.merchantSetting()))
                .replaceWithVoid();
    }

    private static <T> Uni<T> exclusively(Supplier<Uni<T>> work) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        if (context.getLocal(OPEN) != null) {
            return Uni.createFrom().failure(new IllegalStateException("a transaction is already open on this context"));
        }
        context.putLocal(OPEN, true);
        return Uni.createFrom().deferred(work::get).eventually(() -> {
            context.removeLocal(OPEN);
        });
    }
}
