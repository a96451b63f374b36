package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.GroupCommit.Waiting;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One transaction for one batch of units. A unit that a rule refuses is left out, and the rest is written again; then it
 * is tried alone, since what refused it may be a row of a neighbour that was refused as well, or of one that nobody could
 * read yet. Refused alone, it is answered. A batch of which something cannot be written is halved until the culprit is
 * alone; a deadlock, a serialisation failure or a connection lost before COMMIT is tried again {@value #RETRIES_MAX}
 * times.
 */
@ApplicationScoped
class BatchTransaction {
    private static final Logger LOG = Logger.getLogger(BatchTransaction.class);
    private static final int RETRIES_MAX = 3;
    /** Until the pool has noticed that its connection is dead. */
    private static final Duration LOST_PAUSE = Duration.ofMillis(100);

    private static final int FATE_READS_MAX = 10;
    private static final Duration FATE_READ_PAUSE = Duration.ofMillis(500);
    /**
     * The statements join the rows they are given on whole keys: one plan, by index, fits every batch. Left to itself
     * PostgreSQL plans each anew over all partitions, which costs more than carrying it out, or keeps a plan that scans
     * because the table was small when it was made.
     */
    private static final String SETTINGS = "select set_config('tillgate.tenants', $1, true),"
            + " set_config('tillgate.merchant', '', true), set_config('plan_cache_mode', 'force_generic_plan', true),"
            + " set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),"
            + " set_config('enable_mergejoin', 'off', true), pg_current_xact_id()::text as xid";

    private final Pool pool;

    BatchTransaction(Pool pool) {
        this.pool = pool;
    }

    /** Answers every unit; the returned item only says that the batch is over. */
    Uni<Void> write(List<Waiting> units) {
        return write(units, 0);
    }

    private Uni<Void> write(List<Waiting> units, int retry) {
        if (units.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.getConnection()
                .onFailure()
                .transform(BatchTransaction::away)
                .chain(connection -> attempt(connection, units)
                        .onFailure(BatchTransaction::lostConnection)
                        .recoverWithItem(fault -> new BatchResult.ConnectionLost(fault))
                        .eventually(() -> connection.close().onFailure().recoverWithNull()))
                .chain(result -> settle(units, result, retry));
    }

    private Uni<Void> settle(List<Waiting> units, BatchResult result, int retry) {
        return switch (result) {
            case BatchResult.Written ignored -> {
                units.forEach(Waiting::committed);
                yield Uni.createFrom().voidItem();
            }
            case BatchResult.SomeRefused refused -> refused(units, refused.byUnit(), retry);
            case BatchResult.Violated violated -> split(units, violated.fault(), retry);
            case BatchResult.ConnectionLost lost ->
                retry < RETRIES_MAX
                        ? afterPause(() -> write(units, retry + 1))
                        : Uni.createFrom().failure(away(lost.fault()));
            case BatchResult.InDoubt doubt ->
                readFate(doubt.transactionId(), FATE_READS_MAX)
                        .map(BatchTransaction::fate)
                        .chain(fate -> settle(units, fate, retry));
        };
    }

    private Uni<Void> refused(List<Waiting> units, Map<Waiting, String> byUnit, int retry) {
        if (units.size() == 1) {
            byUnit.forEach(Waiting::refused);
            return Uni.createFrom().voidItem();
        }
        return write(without(units, byUnit.keySet()), retry).chain(() -> oneByOne(List.copyOf(byUnit.keySet())));
    }

    private Uni<Void> oneByOne(List<Waiting> units) {
        return Multi.createFrom()
                .iterable(units)
                .onItem()
                .transformToUniAndConcatenate(unit -> write(List.of(unit)))
                .collect()
                .last();
    }

    private static Uni<Void> afterPause(Supplier<Uni<Void>> next) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(LOST_PAUSE).chain(next::get);
    }

    private Uni<Void> split(List<Waiting> units, Throwable fault, int retry) {
        if (fault instanceof PgException answered && answered.getSqlState().startsWith("40") && retry < RETRIES_MAX) {
            return write(units, retry + 1);
        }
        if (units.size() == 1) {
            LOG.errorf(
                    "a commit unit cannot be written: %s",
                    fault instanceof PgException answered
                            ? "state " + answered.getSqlState() + ", constraint " + answered.getConstraint()
                            : fault);
            units.getFirst().fail(fault);
            return Uni.createFrom().voidItem();
        }
        int half = units.size() / 2;
        return write(units.subList(0, half), 0).chain(() -> write(units.subList(half, units.size()), 0));
    }

    /** BEGIN, the settings and all rows are sent without waiting for each other: one round trip, then COMMIT's. */
    private Uni<BatchResult> attempt(SqlConnection connection, List<Waiting> units) {
        Uni<?> begin = Sent.now(connection.query("begin").execute());
        Uni<String> xid = Sent.now(connection
                .preparedQuery(SETTINGS)
                .execute(Tuple.of(Scope.tenants(tenants(units)).tenantsSetting()))
                .map(rows -> rows.iterator().next().getString("xid")));
        Uni<Map<Waiting, String>> refused =
                Sent.now(Uni.createFrom().deferred(() -> BatchRows.of(units).write(connection)));
        return begin.chain(() -> xid)
                .chain(id ->
                        refused.chain(which -> which.isEmpty() ? commit(connection, id) : rollback(connection, which)))
                .onFailure()
                .recoverWithUni(fault -> connection
                        .query("rollback")
                        .execute()
                        .onFailure()
                        .recoverWithNull()
                        .replaceWith(() -> beforeCommit(fault)));
    }

    /** Before COMMIT was sent nothing is written, whatever went wrong. */
    private static BatchResult beforeCommit(Throwable fault) {
        if (lostConnection(fault)) {
            return new BatchResult.ConnectionLost(fault);
        }
        return new BatchResult.Violated(fault);
    }

    /** The driver's own word for a closed connection, or the server's last one: classes 08 and 57P. */
    private static boolean lostConnection(Throwable fault) {
        return fault instanceof PgException answered
                ? answered.getSqlState().startsWith("57P")
                        || answered.getSqlState().startsWith("08")
                : fault instanceof ClosedConnectionException || fault instanceof IOException;
    }

    private static Uni<BatchResult> commit(SqlConnection connection, String xid) {
        return connection
                .query("commit")
                .execute()
                .<BatchResult>replaceWith(new BatchResult.Written())
                .onFailure(fault -> !(fault instanceof PgException) || lostConnection(fault))
                .recoverWithItem(new BatchResult.InDoubt(xid));
    }

    private static Uni<BatchResult> rollback(SqlConnection connection, Map<Waiting, String> refused) {
        return connection.query("rollback").execute().replaceWith(new BatchResult.SomeRefused(refused));
    }

    /** What PostgreSQL says became of a transaction whose COMMIT was not answered. */
    private Uni<Boolean> readFate(String xid, int readsLeft) {
        return pool.preparedQuery("select pg_xact_status($1::text::xid8) as fate")
                .execute(Tuple.of(xid))
                .map(rows -> rows.iterator().next().getString("fate"))
                .onFailure()
                .recoverWithItem("unreachable")
                .chain(fate -> switch (fate) {
                    case "committed" -> Uni.createFrom().item(true);
                    case "aborted" -> Uni.createFrom().item(false);
                    default ->
                        readsLeft == 0
                                ? Uni.createFrom().failure(unknown(fate))
                                : Uni.createFrom()
                                        .nullItem()
                                        .onItem()
                                        .delayIt()
                                        .by(FATE_READ_PAUSE)
                                        .chain(() -> readFate(xid, readsLeft - 1));
                });
    }

    private static BatchResult fate(boolean committed) {
        return committed
                ? new BatchResult.Written()
                : new BatchResult.ConnectionLost(new IllegalStateException("the connection was lost in COMMIT"));
    }

    private static Set<TenantId> tenants(List<Waiting> units) {
        return units.stream().map(waiting -> waiting.unit().tenant()).collect(Collectors.toSet());
    }

    private static List<Waiting> without(List<Waiting> units, Set<Waiting> gone) {
        return units.stream().filter(unit -> !gone.contains(unit)).toList();
    }

    private static Refusal away(Throwable fault) {
        LOG.errorf("the database did not take a batch: %s", fault.getMessage());
        return new Refusal(
                CommonProblem.UNAVAILABLE, "the record could not be stored now, nothing was done, try again");
    }

    /** The one case in which nobody knows: whoever repeats the same request finds out. */
    private static Refusal unknown(String fate) {
        LOG.errorf("the fate of a batch is not known: %s", fate);
        return new Refusal(
                CommonProblem.UNAVAILABLE, "whether this was stored is not known now, repeat the same request");
    }

    /** How one attempt ended. */
    sealed interface BatchResult {
        record Written() implements BatchResult {}

        record SomeRefused(Map<Waiting, String> byUnit) implements BatchResult {}

        /** A unit of it cannot be written: the database refuses it, or it cannot even be sent. */
        record Violated(Throwable fault) implements BatchResult {}

        /** Before COMMIT, or in one that the database did not carry out: nothing of it was written. */
        record ConnectionLost(Throwable fault) implements BatchResult {}

        record InDoubt(String transactionId) implements BatchResult {}
    }
}
