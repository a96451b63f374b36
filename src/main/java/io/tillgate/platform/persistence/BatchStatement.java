package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/**
 * One statement over one table, for the rows of many commit units at once. Implementations are stateless singletons.
 *
 * <p>Rows that touch one balance, product or counter are summed first and ordered by key, so that two replicas take
 * row locks in the same order and cannot deadlock. Every statement joins on {@code (tenant_id, id)}.
 */
public interface BatchStatement<R> {
    /** Stable and unique; names the refusal in {@link CommitOutcome.Refused}. */
    String name();

    /** Units' rows are written in ascending order of this number; unique among statements. */
    int order();

    /**
     * Writes all rows with one statement.
     *
     * @return indexes of the rows that a rule refused (ownership lost, coupon spent); empty when all were written
     */
    Uni<Set<Integer>> write(SqlConnection connection, List<R> rows);
}
