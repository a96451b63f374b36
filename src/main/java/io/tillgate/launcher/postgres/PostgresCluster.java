package io.tillgate.launcher.postgres;

import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Child;
import io.tillgate.launcher.process.Desk;
import io.tillgate.launcher.process.FreePort;
import io.tillgate.launcher.process.Program;
import io.tillgate.launcher.process.Signal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A running PostgreSQL of ours on 127.0.0.1: durable, with passwords, and with the roles and databases Tillgate needs. It is
 * proven to be ours: its port was free before, and its {@code data_directory} is the one we started it on.
 */
public final class PostgresCluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(4);

    private final Child postmaster;
    private final Path directory;
    private final int port;
    private final Logins logins;

    private PostgresCluster(Child postmaster, Path directory, int port, Logins logins) {
        this.postmaster = postmaster;
        this.directory = directory;
        this.port = port;
        this.logins = logins;
    }

    /** Starts the postmaster and returns at once. */
    public static PostgresCluster start(ClusterDirectory directory, Desk desk, int port, Logins logins) {
        if (!FreePort.isFree(port)) {
            throw new CannotStart("port " + port + " for PostgreSQL is taken");
        }
        Program program = new Program(
                "postgres",
                directory.binaries().command("postgres", ClusterSettings.arguments(directory.path(), port)),
                Map.of("LC_ALL", "C"),
                directory.path());
        return new PostgresCluster(Child.start(program, desk), directory.path(), port, logins);
    }

    /** Returns when it accepts connections, is proven ours and durable, and has its roles and databases. */
    public PostgresCluster awaitReady() {
        try (Connection connection = awaitConnection()) {
            ClusterChecks.requireOursAndDurable(connection, directory);
            RolesAndDatabases.ensure(connection, logins);
            return this;
        } catch (SQLException e) {
            close();
            throw new CannotStart("PostgreSQL refused the launcher: " + e.getMessage() + ": see " + log(), e);
        } catch (CannotStart e) {
            close();
            throw e;
        }
    }

    public Child postmaster() {
        return postmaster;
    }

    public int port() {
        return port;
    }

    /** A URL for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:" + url(database);
    }

    /** A URL for the reactive client. */
    public String url(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as the superuser, for the launcher and for tests. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", logins.superuser());
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is kept. Harmless when it has stopped. */
    @Override
    public void close() {
        postmaster.ask(Signal.INT);
        postmaster.awaitEnd(STOP);
    }

    private Path log() {
        return postmaster.log();
    }

    private Connection awaitConnection() throws SQLException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                return superuser("postgres");
            } catch (SQLException e) {
                boolean starting = e.getSQLState() == null
                        || e.getSQLState().startsWith("08")
                        || e.getSQLState().equals("57P03");
                if (!postmaster.isAlive()) {
                    throw new CannotStart("PostgreSQL stopped while starting: see " + log(), e);
                }
                if (!starting || System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while PostgreSQL was starting", e);
        }
    }
}
