package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A statement that returns the places of the rows it wrote, in its first column; the others were refused. */
public record ConditionalStatement<R>(String name, int order, String sql, Function<List<R>, Tuple> columns)
        implements BatchStatement<R> {
    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<R> rows) {
        return connection.preparedQuery(sql).execute(columns.apply(rows)).map(written -> refused(rows.size(), written));
    }

    private static Set<Integer> refused(int rows, RowSet<Row> written) {
        Set<Integer> refused = new HashSet<>();
        for (int place = 0; place < rows; place++) {
            refused.add(place);
        }
        written.forEach(row -> refused.remove(row.getInteger(0)));
        return refused;
    }
}
