package io.tillgate.payments.iso8583.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field as the standard's tables write it: {@code n 6}, {@code n..19} (length of two digits), {@code ans...999}
 * (three digits), {@code b 8}, {@code z..37}, {@code x+n 9}, optionally a date's shape: {@code n 4 MMDD}. Each class of
 * characters travels as the dialect's {@code classes} say ({@code n..} is a variable {@code n}); a field that differs is
 * written as a mapping with {@code is} and what differs.
 */
final class FieldNotation {
    private static final Pattern FORM =
            Pattern.compile("(n|an|a|ans|anp|ns|as|z|b|x\\+n)(?:(\\.{2,6})| )(\\d{1,5})(?: ([A-Za-z]+))?");

    private final LengthPrefix.Encoding lengths;
    private final Map<String, Object> classes;

    FieldNotation(LengthPrefix.Encoding lengths, Map<String, Object> classes) {
        this.lengths = lengths;
        this.classes = classes;
    }

    FieldSpec field(Object notation) {
        if (notation instanceof Map<?, ?>) {
            Map<String, Object> own = mapping(notation);
            return spec(DialectFile.text(own, "is", ""), own);
        }
        return spec(notation.toString(), Map.of());
    }

    private FieldSpec spec(String form, Map<String, Object> own) {
        Matcher parts = FORM.matcher(form);
        if (!parts.matches()) {
            throw new IllegalArgumentException("cannot read '" + form + "'");
        }
        String type = String.valueOf(parts.group(1));
        String dots = parts.group(2);
        String shape = parts.group(4);
        Map<String, Object> travels = new LinkedHashMap<>(travelling(type, dots != null));
        travels.putAll(own);
        return new FieldSpec(
                kind(type),
                DialectFile.constant(Content.class, DialectFile.text(travels, "content", "ascii")),
                dots == null ? LengthPrefix.FIXED : new LengthPrefix(dots.length(), prefix(travels)),
                Integer.parseInt(String.valueOf(parts.group(3))),
                Integer.parseInt(DialectFile.text(own, "least", "0")),
                DialectFile.constant(Alignment.class, DialectFile.text(travels, "align", "left")),
                shape == null ? Shape.ANY : new Shape(shape),
                within(own));
    }

    private LengthPrefix.Encoding prefix(Map<String, Object> travels) {
        Object own = travels.get("length");
        return own == null ? lengths : DialectFile.constant(LengthPrefix.Encoding.class, own.toString());
    }

    private Map<String, Object> travelling(String type, boolean variable) {
        String group = type.startsWith("a") || "ns".equals(type) ? "an" : type;
        Object found = variable && classes.containsKey(group + "..") ? classes.get(group + "..") : classes.get(group);
        return mapping(found);
    }

    private @Nullable Subfields within(Map<String, Object> own) {
        Map<String, Object> announced = mapping(own.get("announced"));
        if (!announced.isEmpty()) {
            SortedMap<Integer, FieldSpec> fields = new TreeMap<>();
            mapping(announced.get("fields")).forEach((key, value) -> fields.put(Integer.parseInt(key), field(value)));
            return new Subfields.Announced(
                    DialectFile.constant(BitmapFormat.class, DialectFile.text(announced, "bitmap", "binary")),
                    Integer.parseInt(DialectFile.text(announced, "bytes", "8")),
                    Collections.unmodifiableSortedMap(fields));
        }
        Object tagged = own.get("tagged");
        return tagged == null ? null : new Subfields.Tagged("text".equals(tagged));
    }

    private static FieldSpec.Kind kind(String type) {
        return switch (type) {
            case "n" -> FieldSpec.Kind.NUMERIC;
            case "z" -> FieldSpec.Kind.TRACK;
            case "b" -> FieldSpec.Kind.BYTES;
            case "x+n" -> FieldSpec.Kind.SIGNED;
            default -> FieldSpec.Kind.TEXT;
        };
    }

    /** A YAML mapping with its keys as text; nothing is an empty one. */
    static Map<String, Object> mapping(@Nullable Object node) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> mapping.put(String.valueOf(key), value));
        } else if (node != null) {
            throw new IllegalArgumentException("a mapping is expected");
        }
        return mapping;
    }
}
