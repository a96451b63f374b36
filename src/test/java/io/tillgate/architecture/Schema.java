package io.tillgate.architecture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What PostgreSQL says of our schema, asked as its owner. */
final class Schema {
    /** Tables as people know them: a partitioned one once, without its partitions. */
    static final String TABLES = "select relname from pg_class where relnamespace = 'public'::regnamespace"
            + " and relkind in ('r', 'p') and not relispartition";

    private Schema() {}

    /** The first column of every row. */
    static List<String> column(String sql) {
        List<String> found = new ArrayList<>();
        rows(sql, row -> found.add(row.getString(1)));
        return found;
    }

    /** The first column of every row, under it the second; the first is unique. */
    static Map<String, String> pairs(String sql) {
        Map<String, String> found = new TreeMap<>();
        rows(sql, row -> found.put(row.getString(1), row.getString(2) == null ? "" : row.getString(2)));
        return found;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void rows(String sql, RowReader reader) {
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("quarkus.datasource.jdbc.url"),
                        System.getProperty("quarkus.flyway.username"),
                        System.getProperty("quarkus.flyway.password"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }
}
