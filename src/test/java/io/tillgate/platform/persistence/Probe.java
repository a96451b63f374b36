package io.tillgate.platform.persistence;

import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A table of these tests alone, in a schema of its own, protected as every tenant table is. */
final class Probe {
    private Probe() {}

    /** A row of it. */
    record Row(TenantId tenant, UUID id, int value) {
        static Row of(TenantId tenant, int value) {
            return new Row(tenant, UUID.randomUUID(), value);
        }
    }

    /** The same as an entity. */
    @Entity(name = "ProbeUnit")
    @Table(schema = "probe", name = "unit")
    static class UnitRecord {
        @Id
        UUID id = new UUID(0, 0);

        UUID tenantId = new UUID(0, 0);
        int value;

        static UnitRecord of(Row row) {
            UnitRecord unit = new UnitRecord();
            unit.id = row.id();
            unit.tenantId = row.tenant().value();
            unit.value = row.value();
            return unit;
        }
    }

    static TenantId tenant() {
        return new TenantId(UUID.randomUUID());
    }

    static void create() throws SQLException {
        drop();
        asOwner("create schema probe");
        asOwner("create table probe.unit (tenant_id uuid not null, id uuid not null,"
                + " value integer not null check (value >= 0), primary key (tenant_id, id))");
        asOwner("call protect_tenant_table('probe.unit')");
        asOwner("grant usage on schema probe to tillgate_app");
    }

    static void drop() throws SQLException {
        asOwner("drop schema if exists probe cascade");
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("quarkus.datasource.jdbc.url"),
                        System.getProperty("quarkus.flyway.username"),
                        System.getProperty("quarkus.flyway.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Tuple columns(List<Row> rows) {
        return Tuple.of(
                rows.stream().map(row -> row.tenant().value()).toArray(UUID[]::new),
                rows.stream().map(Row::id).toArray(UUID[]::new),
                rows.stream().map(Row::value).toArray(Integer[]::new));
    }
}
