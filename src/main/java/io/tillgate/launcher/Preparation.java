package io.tillgate.launcher;

import io.tillgate.launcher.keycloak.KeycloakBuild;
import io.tillgate.launcher.keycloak.KeycloakHome;
import io.tillgate.launcher.keycloak.KeycloakServer;
import io.tillgate.launcher.postgres.KeycloakTables;
import io.tillgate.launcher.postgres.PostgresBinaries;
import io.tillgate.launcher.postgres.PostgresCluster;
import io.tillgate.launcher.postgres.Trees;
import io.tillgate.launcher.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What is slow and the same for every installation, done once after building: PostgreSQL unpacked, Keycloak built, its AOT
 * cache, and a template cluster with Keycloak's tables. A mark says for which JDK and distribution it was done; without the
 * mark it is done again from the start.
 */
public final class Preparation {
    private final Places places;
    private final Progress progress;

    public Preparation(Places places, Progress progress) {
        this.places = places;
        this.progress = progress;
    }

    /** Does it unless it is done. */
    public void run() {
        KeycloakHome keycloak = Installation.keycloakHome(places);
        String wanted = String.join(
                "\n",
                "2",
                Runtime.version().toString(),
                Places.java(),
                keycloak.home().toString());
        Path mark = places.embedded().resolve("prepared");
        try {
            if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
                return;
            }
            Files.createDirectories(places.embedded());
            Files.deleteIfExists(mark);
            Files.deleteIfExists(keycloak.aotCache());
            prepare(keycloak);
            Files.writeString(mark, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(KeycloakHome keycloak) throws IOException {
        Path workshop = places.embedded().resolve("workshop");
        Path template = places.embedded().resolve("template");
        Trees.delete(template);
        Trees.delete(workshop);
        Places here = Places.at(places.base(), workshop);
        progress.during("PostgreSQL unpacked", () -> PostgresBinaries.unpackedIn(places.embedded()));
        progress.during("Keycloak built", () -> KeycloakBuild.build(keycloak, here.desk()));
        progress.during("Keycloak's tables and AOT cache made", () -> train(keycloak, here));
        Files.move(here.postgres(), template, StandardCopyOption.ATOMIC_MOVE);
        Trees.delete(workshop);
    }

    private static void train(KeycloakHome keycloak, Places here) {
        Installation workshop = Installation.open(here, Ports.anyFree());
        try (PostgresCluster postgres = workshop.startPostgres()) {
            postgres.awaitReady();
            var settings = new KeycloakServer.Settings(
                    FreePort.any(),
                    postgres.jdbcUrl("keycloak"),
                    workshop.secrets().get(Secrets.Name.KEYCLOAK_DATABASE),
                    workshop.secrets().get(Secrets.Name.KEYCLOAK_ADMIN));
            KeycloakBuild.train(keycloak, here.desk(), settings);
            KeycloakTables.empty(postgres);
        }
    }
}
