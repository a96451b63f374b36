package io.tillgate.launcher.postgres;

import io.tillgate.launcher.process.CannotStart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Keycloak's tables in a cluster that is to become the template. */
public final class KeycloakTables {
    /** What Liquibase writes about the tables themselves; everything else belongs to an installation. */
    private static final String OF_INSTALLATIONS =
            "select quote_ident(tablename) from pg_tables where schemaname = 'public'"
                    + " and tablename not in ('databasechangelog', 'databasechangeloglock')";

    private KeycloakTables() {}

    /**
     * Empties them. Each installation that copies the template makes its own master realm, keys and administrator, so that
     * nothing secret is shared.
     */
    public static void empty(PostgresCluster cluster) {
        try (Connection connection = cluster.superuser("keycloak");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(OF_INSTALLATIONS)) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            statement.execute("truncate " + String.join(", ", tables) + " cascade");
        } catch (SQLException e) {
            throw new CannotStart("Keycloak's tables could not be emptied: " + e.getMessage(), e);
        }
    }
}
