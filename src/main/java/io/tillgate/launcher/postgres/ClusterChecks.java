package io.tillgate.launcher.postgres;

import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What we ask a PostgreSQL that just answered before we trust it. */
final class ClusterChecks {
    private ClusterChecks() {}

    /** Fails with one line when it runs on another directory or could forget a commit. */
    static void requireOursAndDurable(Connection connection, Path directory) throws SQLException {
        Path actual = Path.of(show(connection, "data_directory"));
        if (!same(actual, directory)) {
            throw new CannotStart("the PostgreSQL that answers runs on " + actual + ", not on " + directory);
        }
        for (Map.Entry<String, String> setting : ClusterSettings.DURABLE.entrySet()) {
            String value = show(connection, setting.getKey());
            if (!value.equals(setting.getValue())) {
                throw new CannotStart("PostgreSQL runs with %s=%s and could forget what it confirmed"
                        .formatted(setting.getKey(), value));
            }
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select current_setting('" + setting + "')")) {
            result.next();
            return result.getString(1);
        }
    }
}
