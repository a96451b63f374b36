package io.tillgate.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every other integration test takes for granted. */
class StackIT {
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void a_commit_is_durable(String setting) throws SQLException {
        assertThat(asApp("select current_setting('" + setting + "')")).isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolsuper", "rolbypassrls", "rolcreatedb", "rolcreaterole", "rolreplication"})
    void the_service_role_has_no_privilege(String privilege) throws SQLException {
        assertThat(asApp("select " + privilege + " from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void the_service_role_owns_nothing_and_is_member_of_nothing() throws SQLException {
        assertThat(asApp("select count(*) from pg_shdepend d join pg_roles r on r.oid = d.refobjid"
                        + " where d.deptype = 'o' and r.rolname = current_user"))
                .isEqualTo("0");
        assertThat(asApp("select count(*) from pg_auth_members where member = current_user::regrole"))
                .isEqualTo("0");
    }

    @Test
    void the_service_role_cannot_make_tables() {
        assertThatThrownBy(() -> asApp("create table stray (id int)")).hasMessageContaining("permission denied");
    }

    @Test
    void the_service_role_cannot_reach_keycloaks_database() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                                Stack.running().postgres().jdbcUrl("keycloak"), "tillgate_app", property("password"))
                        .close())
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "tillgate_owner", "tillgate_app"})
    void nobody_connects_without_a_password(String role) {
        assertThatThrownBy(() -> DriverManager.getConnection(property("jdbc.url"), role, "guess")
                        .close())
                .hasMessageContaining("password authentication failed");
    }

    private static String asApp(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(property("jdbc.url"), "tillgate_app", property("password"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String property(String name) {
        String value = System.getProperty("quarkus.datasource." + name);
        assertThat(value).as(name).isNotNull();
        return String.valueOf(value);
    }
}
