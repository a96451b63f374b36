package io.tillgate.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.simulator.bank.Bank;
import io.tillgate.simulator.bank.BankSettings;
import io.tillgate.simulator.cardhost.CardHost;
import io.tillgate.simulator.cardhost.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the simulators and runs until told to end. Settings as {@code --name=value} or {@code -Dtillgate.simulator.name}:
 * {@code bind} (127.0.0.1), {@code ascii-port} (8583), {@code unionpay-port} (8584), {@code control-port} (8190), {@code bank-port}
 * (8191), {@code bank-data} (a directory), {@code service} and {@code identity} (addresses), {@code authority} (PEM), {@code bank-pause-millis} (1000). The key for PINs
 * and the bank's customers come from the environment, {@value #PIN_KEY} and {@value #CUSTOMERS}: a command line could be read by every
 * user of the machine.
 */
public final class Main {
    /** 32 or 48 hex digits, shared with the service; without it no PIN can be read. */
    private static final String PIN_KEY = "TILLGATE_SIMULATOR_PIN_KEY";

    /** A JSON list of {@link BankSettings.Customer}. */
    private static final String CUSTOMERS = "TILLGATE_SIMULATOR_BANK_CUSTOMERS";

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> given = given(arguments);
        Ports ports = new Ports(
                setting(given, "bind", "127.0.0.1"),
                Integer.parseInt(setting(given, "ascii-port", "8583")),
                Integer.parseInt(setting(given, "unionpay-port", "8584")),
                Integer.parseInt(setting(given, "control-port", "8190")));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "end"));
        try (CardHost host = CardHost.start(ports, Clock.systemUTC(), Optional.ofNullable(System.getenv(PIN_KEY)));
                Bank bank = Bank.start(bank(given), Clock.systemUTC())) {
            System.out.printf(
                    "card host: ISO 8583 ascii %d, unionpay %d, control http %d%n",
                    host.ports().ascii(), host.ports().unionpay(), host.ports().control());
            System.out.printf("bank: control http %d%n", bank.controlPort());
            ended.await();
        }
    }

    private static BankSettings bank(Map<String, String> given) throws IOException {
        String customers = System.getenv().getOrDefault(CUSTOMERS, "[]");
        String authority = setting(given, "authority", "");
        return new BankSettings(
                setting(given, "bind", "127.0.0.1"),
                Integer.parseInt(setting(given, "bank-port", "8191")),
                setting(given, "service", "http://localhost:8080"),
                setting(given, "identity", "http://localhost:8180"),
                authority.isEmpty() ? Optional.empty() : Optional.of(Path.of(authority)),
                new ObjectMapper().readValue(customers, new TypeReference<List<BankSettings.Customer>>() {}),
                Duration.ofMillis(Long.parseLong(setting(given, "bank-pause-millis", "1000"))),
                Optional.of(setting(given, "bank-data", ""))
                        .filter(directory -> !directory.isEmpty())
                        .map(Path::of));
    }

    private static Map<String, String> given(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("expected --name=value");
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return given;
    }

    private static String setting(Map<String, String> given, String name, String otherwise) {
        String own = given.get(name);
        return own != null ? own : System.getProperty("tillgate.simulator." + name, otherwise);
    }
}
