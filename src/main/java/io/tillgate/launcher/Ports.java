package io.tillgate.launcher;

import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.FreePort;
import java.util.EnumMap;
import java.util.Map;

/** Which TCP port each part listens on. Every one can be moved with its environment variable. */
public final class Ports {
    /** A listener, the environment variable that moves it, and where it is otherwise. */
    public enum Use {
        HTTP("TILLGATE_HTTP_PORT", 8080, "the portal and the API"),
        HTTPS("TILLGATE_HTTPS_PORT", 8443, "the portal and the API over TLS"),
        DEVICE("TILLGATE_DEVICE_PORT", 8444, "terminal enrolment"),
        MQTT("TILLGATE_MQTT_PORT", 8883, "the terminals' MQTT"),
        POSTGRES("TILLGATE_PG_PORT", 5433, "PostgreSQL"),
        KEYCLOAK("TILLGATE_KEYCLOAK_PORT", 8180, "Keycloak"),
        SIMULATOR("TILLGATE_SIM_PORT", 8190, "the card host simulator's control"),
        BANK("TILLGATE_BANK_PORT", 8191, "the bank simulator"),
        CARD_HOST("TILLGATE_CARDHOST_PORT", 8583, "the card host simulator"),
        CARD_HOST_2("TILLGATE_CARDHOST2_PORT", 8584, "the second card host simulator");

        private final String variable;
        private final int usual;
        private final String purpose;

        Use(String variable, int usual, String purpose) {
            this.variable = variable;
            this.usual = usual;
            this.purpose = purpose;
        }

        public String variable() {
            return variable;
        }
    }

    private final Map<Use, Integer> numbers;

    private Ports(Map<Use, Integer> numbers) {
        this.numbers = numbers;
    }

    /** Reads the overrides; a number that is no port, or one used twice, is refused. */
    public static Ports from(Map<String, String> environment) {
        Map<Use, Integer> numbers = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            int number = number(use, environment.getOrDefault(use.variable, ""));
            numbers.forEach((other, taken) -> {
                if (taken == number) {
                    throw new CannotStart("port %d is given to both %s (%s) and %s (%s)"
                            .formatted(number, other.purpose, other.variable, use.purpose, use.variable));
                }
            });
            numbers.put(use, number);
        }
        return new Ports(numbers);
    }

    /** Ports that are free at this moment, for tests. */
    public static Ports anyFree() {
        Map<Use, Integer> numbers = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            int number = FreePort.any();
            while (numbers.containsValue(number)) {
                number = FreePort.any();
            }
            numbers.put(use, number);
        }
        return new Ports(numbers);
    }

    public int of(Use use) {
        return numbers.getOrDefault(use, use.usual);
    }

    /** Fails with one line that names the first port somebody else has, and how to choose another. */
    public void requireFree(Iterable<Use> uses) {
        for (Use use : uses) {
            if (!FreePort.isFree(of(use))) {
                throw new CannotStart("port %d for %s is taken: stop what listens there or set %s to another port"
                        .formatted(of(use), use.purpose, use.variable));
            }
        }
    }

    private static int number(Use use, String text) {
        if (text.isBlank()) {
            return use.usual;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= 65535) {
                return number;
            }
        } catch (NumberFormatException _) {
            // refused below
        }
        throw new CannotStart("%s is '%s', which is not a port between 1 and 65535".formatted(use.variable, text));
    }
}
