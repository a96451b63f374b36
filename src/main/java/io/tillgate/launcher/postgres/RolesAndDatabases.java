package io.tillgate.launcher.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The roles and databases of an installation; repeating it changes nothing. {@code tillgate_owner} owns the database and runs
 * the migrations; {@code tillgate_app} owns nothing and stands under row-level security.
 */
final class RolesAndDatabases {
    private static final String PLAIN =
            " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ";

    private RolesAndDatabases() {}

    static void ensure(Connection connection, Logins logins) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            role(statement, "tillgate_owner", logins.owner());
            role(statement, "tillgate_app", logins.app());
            role(statement, "keycloak", logins.keycloak());
            database(statement, "tillgate", "tillgate_owner");
            database(statement, "keycloak", "keycloak");
            statement.execute("grant connect on database tillgate to tillgate_app");
        }
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        boolean exists = any(statement.getConnection(), "select 1 from pg_roles where rolname = ?", name);
        statement.execute(
                (exists ? "alter role " : "create role ") + name + PLAIN + statement.enquoteLiteral(password));
    }

    private static void database(Statement statement, String name, String owner) throws SQLException {
        if (!any(statement.getConnection(), "select 1 from pg_database where datname = ?", name)) {
            statement.execute("create database " + name + " owner " + owner);
        }
        statement.execute("revoke all on database " + name + " from public");
    }

    private static boolean any(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
