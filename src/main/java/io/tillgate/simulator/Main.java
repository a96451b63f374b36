package io.tillgate.simulator;

import io.tillgate.simulator.cardhost.CardHost;
import io.tillgate.simulator.cardhost.Ports;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the simulators and runs until told to end. Settings as {@code --name=value} or {@code -Dtillgate.simulator.name}:
 * {@code bind} (127.0.0.1), {@code ascii-port} (8583), {@code unionpay-port} (8584), {@code control-port} (8190). The key for PINs
 * comes from the environment, {@value #PIN_KEY}: a command line could be read by every user of the machine.
 */
public final class Main {
    /** 32 or 48 hex digits, shared with the service; without it no PIN can be read. */
    private static final String PIN_KEY = "TILLGATE_SIMULATOR_PIN_KEY";

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
        try (CardHost host = CardHost.start(ports, Clock.systemUTC(), Optional.ofNullable(System.getenv(PIN_KEY)))) {
            System.out.printf(
                    "card host: ISO 8583 ascii %d, unionpay %d, control http %d%n",
                    host.ports().ascii(), host.ports().unionpay(), host.ports().control());
            ended.await();
        }
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
