package io.tillgate.payments.iso8583.codec;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a dialect's YAML into a {@link Dialect}. An unknown key or a contradiction is refused with its place. */
final class DialectFile {
    private static final Set<String> KEYS = Set.of(
            "extends",
            "about",
            "mti",
            "bitmap",
            "bitmaps",
            "lengths",
            "classes",
            "fields",
            "envelope",
            "framing",
            "usage");

    private final String name;
    private final Map<String, Object> file;

    private DialectFile(String name, Map<String, Object> file) {
        this.name = name;
        this.file = file;
    }

    static Dialect read(String name, Map<String, Object> file) {
        return new DialectFile(name, file).dialect();
    }

    private Dialect dialect() {
        file.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> {
            throw wrong("unknown key " + key);
        });
        try {
            Dialect.Layout layout = new Dialect.Layout(
                    word(Content.class, "mti", "ascii"),
                    word(BitmapFormat.class, "bitmap", "binary"),
                    Integer.parseInt(text(file, "bitmaps", "2")),
                    envelope(section("envelope")),
                    framing(section("framing")));
            SortedMap<Integer, FieldSpec> fields = fields(layout);
            Usage usage = usage(section("usage"));
            usage.pin().ifPresent(pin -> requirePlaces(pin, fields));
            return new Dialect(name, layout, fields, usage);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private SortedMap<Integer, FieldSpec> fields(Dialect.Layout layout) {
        FieldNotation notation =
                new FieldNotation(word(LengthPrefix.Encoding.class, "lengths", "ascii"), section("classes"));
        SortedMap<Integer, FieldSpec> fields = new TreeMap<>();
        section("fields").forEach((key, value) -> {
            int field = Integer.parseInt(key);
            if (field < 2 || field > layout.bitmaps() * 64) {
                throw wrong("field " + field + " has no place in the bitmaps");
            }
            try {
                fields.put(field, notation.field(value));
            } catch (IllegalArgumentException e) {
                throw wrong("field " + field + ": " + e.getMessage());
            }
        });
        return Collections.unmodifiableSortedMap(fields);
    }

    private static Envelope envelope(Map<String, Object> section) {
        String hex = text(section, "tpdu", "") + text(section, "header", "");
        return new Envelope(hex.length() / 2, hex);
    }

    private static Framing framing(Map<String, Object> section) {
        return new Framing(
                constant(Framing.Form.class, text(section, "length", "binary")),
                Integer.parseInt(text(section, "bytes", "2")));
    }

    private static Usage usage(Map<String, Object> section) {
        Usage standard = Usage.STANDARD;
        Map<String, String> processing = new HashMap<>(standard.processing());
        processing.putAll(codes(section, "processing"));
        return new Usage(
                constant(Usage.Flow.class, text(section, "refund", "request")),
                constant(Usage.Flow.class, text(section, "reversal", "request")),
                Integer.parseInt(text(section, "originals", "90")),
                Integer.parseInt(text(section, "network", "70")),
                processing,
                codes(section, "functions"),
                pin(section));
    }

    /** Said or left out, {@code none} is what a dialect takes. */
    private static Optional<Usage.PinFields> pin(Map<String, Object> usage) {
        if ("none".equals(text(usage, "pin", "none"))) {
            return Optional.empty();
        }
        Map<String, Object> section = FieldNotation.mapping(usage.get("pin"));
        return section.isEmpty()
                ? Optional.empty()
                : Optional.of(new Usage.PinFields(
                        Integer.parseInt(text(section, "format", "")),
                        Optional.ofNullable(section.get("capture")).map(Object::toString),
                        Optional.ofNullable(section.get("control")).map(Object::toString)));
    }

    private static void requirePlaces(Usage.PinFields pin, SortedMap<Integer, FieldSpec> fields) {
        FieldSpec block = fields.get(52);
        if (block == null || block.content().unit() != Content.Unit.BYTE || !block.fits(pin.bytes())) {
            throw new IllegalArgumentException(
                    "a PIN block of format " + pin.format() + " needs field 52 of " + pin.bytes() + " bytes");
        }
        if ((pin.capture().isPresent() && !fields.containsKey(26))
                || (pin.control().isPresent() && !fields.containsKey(53))) {
            throw new IllegalArgumentException("what goes with a PIN needs its fields 26 and 53");
        }
    }

    private static Map<String, String> codes(Map<String, Object> section, String key) {
        Map<String, String> codes = new HashMap<>();
        FieldNotation.mapping(section.get(key)).forEach((word, code) -> codes.put(word, String.valueOf(code)));
        return codes;
    }

    private Map<String, Object> section(String key) {
        return FieldNotation.mapping(file.get(key));
    }

    private <E extends Enum<E>> E word(Class<E> type, String key, String otherwise) {
        return constant(type, text(file, key, otherwise));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String text(Map<String, Object> section, String key, String otherwise) {
        Object value = section.get(key);
        return value == null ? otherwise : value.toString();
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException("dialect " + name + ": " + problem);
    }
}
