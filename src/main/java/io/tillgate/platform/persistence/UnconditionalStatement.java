package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A statement that refuses nothing. */
public record UnconditionalStatement<R>(String name, int order, String sql, Function<List<R>, Tuple> columns)
        implements BatchStatement<R> {
    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<R> rows) {
        return connection.preparedQuery(sql).execute(columns.apply(rows)).replaceWith(Set.of());
    }
}
