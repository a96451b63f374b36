package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.store.RunTable.New;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.function.Function;

/** The business dates of a run's entries. */
record RunDays(LocalDate first, LocalDate last) {
    private static final String DATES =
            "select min(business_date) as first, max(business_date) as last from journal_seal"
                    + " where tenant_id = $1 and number > $2 and number <= $3";

    /**
     * The days of a run are read as a whole and hashed. Left to itself the planner, which knows little of a day that is not
     * over, goes through the history of each account instead.
     */
    private static final String BY_HASH = "set local enable_nestloop = off; set local work_mem = '64MB'";

    private static final String AS_USUAL = "set local enable_nestloop = on; set local work_mem = '4MB'";

    /** One statement over the days of the run; nothing where the run covers nothing. */
    static <T> Uni<T> hashed(SqlConnection connection, New run, T nothing, Function<RunDays, Uni<T>> statement) {
        return connection
                .preparedQuery(DATES)
                .execute(Tuple.of(run.tenant().value(), run.after(), run.through()))
                .chain(rows -> {
                    Row row = rows.iterator().next();
                    LocalDate first = row.getLocalDate("first");
                    LocalDate last = row.getLocalDate("last");
                    return first == null || last == null
                            ? Uni.createFrom().item(nothing)
                            : connection
                                    .query(BY_HASH)
                                    .execute()
                                    .chain(() -> statement.apply(new RunDays(first, last)))
                                    .call(() -> connection.query(AS_USUAL).execute());
                });
    }
}
