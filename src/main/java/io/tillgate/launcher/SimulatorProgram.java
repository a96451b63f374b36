package io.tillgate.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.process.Program;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulated card hosts and bank: one process, outside the service, on our own class path. */
final class SimulatorProgram {
    static final String MAIN = "io.tillgate.simulator.Main";

    private SimulatorProgram() {}

    /** False in a working copy that does not have it. */
    static boolean exists() {
        return SimulatorProgram.class.getResource("/" + MAIN.replace('.', '/') + ".class") != null;
    }

    static Program of(Installation installation) {
        Ports ports = installation.ports();
        List<String> command = List.of(
                Places.java(),
                installation.places().desk().mark(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtillgate.simulator.control-port=" + ports.of(Ports.Use.SIMULATOR),
                "-Dtillgate.simulator.ascii-port=" + ports.of(Ports.Use.CARD_HOST),
                "-Dtillgate.simulator.unionpay-port=" + ports.of(Ports.Use.CARD_HOST_2),
                "-Dtillgate.simulator.bank-port=" + ports.of(Ports.Use.BANK),
                "-Dtillgate.simulator.bank-data=" + installation.places().bank(),
                "-Dtillgate.simulator.service=https://localhost:" + ports.of(Ports.Use.HTTPS),
                "-Dtillgate.simulator.identity=http://localhost:" + ports.of(Ports.Use.KEYCLOAK),
                "-Dtillgate.simulator.authority=" + installation.certificate().authority(),
                MAIN);
        // the class path is long: in the environment it does not hide the mark on the command line
        Map<String, String> environment = Map.of(
                "CLASSPATH",
                System.getProperty("java.class.path"),
                "TILLGATE_SIMULATOR_PIN_KEY",
                installation.secrets().get(Secrets.Name.PIN_KEY),
                "TILLGATE_SIMULATOR_BANK_CUSTOMERS",
                customers(installation));
        return new Program(
                "simulators", command, environment, installation.places().base());
    }

    /** How the bank signs in at each tenant's realm. */
    private static String customers(Installation installation) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(installation.users().tenants().stream()
                            .map(tenant -> new Customer(
                                    tenant.slug(),
                                    tenant.realm(),
                                    tenant.bankClient().clientId(),
                                    tenant.bankClient().clientSecret(),
                                    SettlementAccount.in(
                                            installation.places().tenants().resolve(tenant.slug() + ".yaml"))))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts always become JSON", e);
        }
    }

    private record Customer(
            String slug,
            String realm,
            String clientId,
            String clientSecret,
            @Nullable String account) {}
}
