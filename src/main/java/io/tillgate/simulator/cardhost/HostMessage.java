package io.tillgate.simulator.cardhost;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A message as the simulator thinks of it.
 *
 * @param envelope TPDU and header as hexadecimal, empty where the line has none
 * @param fields values as text, binary ones as hexadecimal
 */
record HostMessage(String envelope, String mti, SortedMap<Integer, String> fields) {
    private static final Set<Integer> SHOWN =
            Set.of(3, 4, 7, 11, 12, 13, 15, 18, 22, 25, 37, 38, 39, 41, 42, 49, 60, 61, 70, 90);

    HostMessage {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    String field(int number) {
        return fields.getOrDefault(number, "");
    }

    String terminal() {
        return field(41).strip();
    }

    long amount() {
        return field(4).isEmpty() ? 0 : Long.parseLong(field(4));
    }

    /** Fields for the log: harmless ones as they are, the card number masked, the rest hidden. */
    Map<String, String> masked() {
        Map<String, String> masked = new TreeMap<>();
        fields.forEach((number, value) ->
                masked.put("%03d".formatted(number), number == 2 ? pan(value) : shown(number, value)));
        return masked;
    }

    String maskedPan() {
        String track = field(35);
        int separator = track.indexOf('=');
        return pan(field(2).isEmpty() && separator > 0 ? track.substring(0, separator) : field(2));
    }

    private static String shown(int number, String value) {
        return SHOWN.contains(number) ? value : "*".repeat(Math.min(8, value.length()));
    }

    private static String pan(String digits) {
        if (digits.length() < 13) {
            return "*".repeat(digits.length());
        }
        return digits.substring(0, 6) + "*".repeat(digits.length() - 10) + digits.substring(digits.length() - 4);
    }
}
