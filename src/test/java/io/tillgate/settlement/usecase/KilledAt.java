package io.tillgate.settlement.usecase;

import io.tillgate.shared.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Ends the database's own process in the middle of a tenant's transaction: at the n-th row that it writes, or at its commit.
 * The count is a sequence, which no rollback sets back.
 */
final class KilledAt implements AutoCloseable {
    private static final List<String> WRITTEN = List.of(
            "settlement_run",
            "settlement_item",
            "settlement_account",
            "settlement_carry",
            "settlement_request",
            "payout",
            "payout_attempt",
            "payment_file",
            "host_funding",
            "journal_source",
            "journal_entry",
            "journal_posting",
            "outbox_event",
            "audit_record");

    private static final List<String> AT_COMMIT = List.of("settlement_request", "payout_attempt");

    private static final String HERE = """
            create function killed_here() returns trigger language plpgsql as $$
            begin
              if current_setting('tillgate.tenants', true) = tg_argv[0]
                  and nextval('killed_steps') = (select last_value from killed_at) then
                perform pg_terminate_backend(pg_backend_pid());
                perform pg_sleep(60);
              end if;
              return new;
            end $$""";

    private final Connection owner;

    private KilledAt(Connection owner) {
        this.owner = owner;
    }

    static KilledAt of(TenantId tenant) throws SQLException {
        KilledAt killed = new KilledAt(DriverManager.getConnection(
                System.getProperty("quarkus.datasource.jdbc.url"),
                System.getProperty("quarkus.flyway.username"),
                System.getProperty("quarkus.flyway.password")));
        killed.clean();
        killed.run("create sequence killed_steps", "create sequence killed_at", HERE);
        killed.run("grant all on sequence killed_steps, killed_at to tillgate_app");
        for (String table : WRITTEN) {
            killed.run("create trigger killed_here before insert or update on " + table
                    + " for each row execute function killed_here('" + tenant + "')");
        }
        for (String table : AT_COMMIT) {
            killed.run("create constraint trigger killed_at_commit after insert or update on " + table
                    + " deferrable initially deferred for each row execute function killed_here('" + tenant + "')");
        }
        return killed;
    }

    /** The next transaction that comes so far ends there. */
    void at(int step) throws SQLException {
        run("select setval('killed_at', " + step + "), setval('killed_steps', 1, false)");
    }

    /** Nothing is ended any more. */
    void never() throws SQLException {
        run("select setval('killed_at', 1000000000), setval('killed_steps', 1, false)");
    }

    /** How many rows were written since. */
    long steps() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select last_value from killed_steps")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void clean() throws SQLException {
        run(
                "drop function if exists killed_here() cascade",
                "drop sequence if exists killed_steps",
                "drop sequence if exists killed_at");
    }

    @Override
    public void close() throws SQLException {
        clean();
        owner.close();
    }
}
