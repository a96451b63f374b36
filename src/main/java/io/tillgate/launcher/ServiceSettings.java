package io.tillgate.launcher;

import io.tillgate.launcher.Secrets.Name;
import io.tillgate.launcher.keycloak.KeycloakServer;
import io.tillgate.launcher.postgres.PostgresCluster;
import io.tillgate.launcher.tls.ServerCertificate;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the service is told what to use: configuration keys and values, secrets among them. */
public final class ServiceSettings {
    private final Map<String, String> values;

    private ServiceSettings(Map<String, String> values) {
        this.values = values;
    }

    /** For a service of this installation on this PostgreSQL. */
    public static ServiceSettings of(Installation installation, PostgresCluster postgres) {
        Map<String, String> values = new TreeMap<>();
        Ports ports = installation.ports();
        values.put("quarkus.http.host", "127.0.0.1");
        values.put("quarkus.http.port", Integer.toString(ports.of(Ports.Use.HTTP)));
        values.put("quarkus.http.ssl-port", Integer.toString(ports.of(Ports.Use.HTTPS)));
        values.put("tillgate.device.port", Integer.toString(ports.of(Ports.Use.DEVICE)));
        values.put("tillgate.onboarding.portal", "http://localhost:" + ports.of(Ports.Use.HTTP) + "/portal");
        values.put("tillgate.mqtt.port", Integer.toString(ports.of(Ports.Use.MQTT)));
        database(values, postgres, installation.secrets());
        identity(values, installation);
        files(values, installation);
        for (Ports.Use use : Ports.Use.values()) {
            values.put(use.variable(), Integer.toString(ports.of(use))); // tenant files name ports like this
        }
        host(values, "TILLGATE_CARDHOST", ports.of(Ports.Use.CARD_HOST));
        host(values, "TILLGATE_CARDHOST2", ports.of(Ports.Use.CARD_HOST_2));
        return new ServiceSettings(values);
    }

    /** Where the tenants' card hosts are, unless the environment names others than our simulators. */
    private static void host(Map<String, String> values, String variable, int port) {
        values.put(variable, System.getenv().getOrDefault(variable, "localhost:" + port));
    }

    /** As keys and values, for system properties of a test run. */
    public Map<String, String> asMap() {
        return Map.copyOf(values);
    }

    /** As a properties file with mode 0600: a command line could be read by every user of the machine. */
    public Path writtenTo(Path file) {
        String lines = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "# written at every start\nconfig_ordinal=350\n", "\n"));
        PrivateFile.write(file, lines);
        return file;
    }

    @Override
    public String toString() {
        return "ServiceSettings" + values.keySet();
    }

    private static void database(Map<String, String> values, PostgresCluster postgres, Secrets secrets) {
        values.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("tillgate"));
        values.put("quarkus.datasource.reactive.url", postgres.url("tillgate"));
        values.put("quarkus.datasource.username", "tillgate_app");
        values.put("quarkus.datasource.password", secrets.get(Name.TILLGATE_APP));
        values.put("quarkus.flyway.username", "tillgate_owner");
        values.put("quarkus.flyway.password", secrets.get(Name.TILLGATE_OWNER));
    }

    private static void identity(Map<String, String> values, Installation installation) {
        values.put(
                "tillgate.identity.url",
                "http://localhost:" + installation.ports().of(Ports.Use.KEYCLOAK));
        values.put("tillgate.identity.admin-username", KeycloakServer.Settings.ADMIN);
        values.put("tillgate.identity.admin-password", installation.secrets().get(Name.KEYCLOAK_ADMIN));
        values.put("tillgate.crypto.master-key", installation.secrets().get(Name.MASTER_KEY));
        values.put("tillgate.crypto.zone-keys.card-host", installation.secrets().get(Name.PIN_KEY));
    }

    private static void files(Map<String, String> values, Installation installation) {
        Places places = installation.places();
        values.put("tillgate.data", places.data().toString());
        values.put("tillgate.tenants.directory", places.tenants().toString());
        values.put("tillgate.embedded.users", places.demoUsers().toString());
        values.put("tillgate.embedded.clock-secret", installation.secrets().get(Name.BUSINESS_CLOCK));
        ServerCertificate certificate = installation.certificate();
        values.put("quarkus.http.ssl.certificate.files", certificate.chain().toString());
        values.put("quarkus.http.ssl.certificate.key-files", certificate.key().toString());
        values.put("tillgate.tls.certificate", certificate.chain().toString());
        values.put("tillgate.tls.key", certificate.key().toString());
        values.put("tillgate.tls.ca", certificate.authority().toString());
    }
}
