package io.tillgate.launcher;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a supervisor runs. Tests run fewer parts, {@code dev} runs all but the service. */
enum Part {
    POSTGRES,
    KEYCLOAK,
    SERVICE,
    SIMULATORS;

    List<Ports.Use> listeners() {
        return switch (this) {
            case POSTGRES -> List.of(Ports.Use.POSTGRES);
            case KEYCLOAK -> List.of(Ports.Use.KEYCLOAK);
            case SERVICE -> List.of(Ports.Use.HTTP, Ports.Use.HTTPS, Ports.Use.DEVICE, Ports.Use.MQTT);
            case SIMULATORS -> List.of(Ports.Use.SIMULATOR, Ports.Use.BANK, Ports.Use.CARD_HOST, Ports.Use.CARD_HOST_2);
        };
    }

    /** All, or those in the system property {@code tillgate.up.parts}, separated by commas. */
    static Set<Part> chosen() {
        String text = System.getProperty("tillgate.up.parts", "");
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(text.split(",", -1))
                .filter(name -> !name.isBlank())
                .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .forEach(parts::add);
        if (parts.isEmpty()) {
            parts.addAll(EnumSet.allOf(Part.class));
        }
        if (!SimulatorProgram.exists()) {
            parts.remove(SIMULATORS);
        }
        return parts;
    }
}
