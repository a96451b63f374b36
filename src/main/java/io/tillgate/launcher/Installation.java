package io.tillgate.launcher;

import io.tillgate.launcher.keycloak.KeycloakHome;
import io.tillgate.launcher.keycloak.KeycloakServer;
import io.tillgate.launcher.postgres.ClusterDirectory;
import io.tillgate.launcher.postgres.Logins;
import io.tillgate.launcher.postgres.PostgresBinaries;
import io.tillgate.launcher.postgres.PostgresCluster;
import io.tillgate.launcher.postgres.Trees;
import io.tillgate.launcher.process.Orphan;
import io.tillgate.launcher.process.Signal;
import io.tillgate.launcher.tls.ServerAuthority;
import io.tillgate.launcher.tls.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * One embedded installation: its places and ports, and everything it keeps between two starts.
 *
 * @param secrets passwords and keys
 * @param users the demo people
 * @param certificate what the listeners present
 */
public record Installation(
        Places places, Ports ports, Secrets secrets, DemoUsers users, ServerCertificate certificate) {
    /** Names of the children that are Java programs, in the order in which orphans of them are stopped. */
    static final List<String> JAVA_CHILDREN = List.of("service", "simulators", "keycloak");

    /** Stops what an earlier supervisor left running, then opens or makes the installation. Hold its lock. */
    public static Installation open(Places places, Ports ports) {
        stopOrphans(places);
        ClusterDirectory cluster = cluster(places);
        if (cluster.exists()) {
            cluster.freeFromOrphan();
        }
        return new Installation(
                places,
                ports,
                Secrets.of(places),
                DemoUsers.of(places),
                new ServerAuthority(places.pki(), InstantSource.system()).certificate());
    }

    /** Removes everything the installation kept, after stopping what may still run on it. Hold its lock. */
    static void forget(Places places) {
        stopOrphans(places);
        cluster(places).freeFromOrphan();
        try (Stream<Path> kept = Files.list(places.data())) {
            for (Path path : kept.filter(path -> !path.endsWith("lock")).toList()) {
                Trees.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts PostgreSQL on the installation's data, which is made at the first start; returns while it is starting. */
    public PostgresCluster startPostgres() {
        ClusterDirectory directory = cluster(places);
        if (!directory.exists()) {
            directory.create(places.embedded().resolve("template"), secrets.get(Secrets.Name.POSTGRES));
        }
        return PostgresCluster.start(directory, places.desk(), ports.of(Ports.Use.POSTGRES), logins());
    }

    /** Starts Keycloak on that PostgreSQL and returns at once. */
    public KeycloakServer startKeycloak(PostgresCluster postgres) {
        var settings = new KeycloakServer.Settings(
                ports.of(Ports.Use.KEYCLOAK),
                postgres.jdbcUrl("keycloak"),
                secrets.get(Secrets.Name.KEYCLOAK_DATABASE),
                secrets.get(Secrets.Name.KEYCLOAK_ADMIN));
        return KeycloakServer.start(keycloakHome(places), places.desk(), settings);
    }

    /** The distribution that Maven unpacked. */
    static KeycloakHome keycloakHome(Places places) {
        return KeycloakHome.below(places.target().resolve("keycloak"), Places.java());
    }

    private Logins logins() {
        return new Logins(
                secrets.get(Secrets.Name.POSTGRES),
                secrets.get(Secrets.Name.TILLGATE_OWNER),
                secrets.get(Secrets.Name.TILLGATE_APP),
                secrets.get(Secrets.Name.KEYCLOAK_DATABASE));
    }

    private static ClusterDirectory cluster(Places places) {
        return new ClusterDirectory(PostgresBinaries.unpackedIn(places.embedded()), places.postgres());
    }

    private static void stopOrphans(Places places) {
        List<Orphan> orphans = JAVA_CHILDREN.stream()
                .flatMap(name -> Orphan.find(places.desk(), name).stream())
                .toList();
        orphans.forEach(orphan -> Signal.TERM.sendTo(orphan.process().pid()));
        orphans.forEach(orphan -> orphan.stop(Signal.TERM, Duration.ofSeconds(8)));
    }
}
