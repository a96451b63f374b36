package io.tillgate.payments.iso8583.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A message as fields. Values are text exactly as on the wire; binary fields are upper-case hexadecimal; a composite field
 * has parts by subfield number or tag. Immutable. It prints only fields that are known to be harmless: a number, an
 * amount, a time; a card number shows its first six and last four digits; everything else shows its length.
 */
public final class IsoMessage {
    private static final Set<Integer> HARMLESS = Set.of(
            3, 4, 5, 6, 7, 11, 12, 13, 15, 16, 17, 18, 19, 22, 24, 25, 26, 32, 33, 37, 38, 39, 41, 42, 49, 50, 51, 70,
            90);

    private final String mti;
    private final String envelope;
    private final SortedMap<Integer, Value> values;

    private IsoMessage(Builder from) {
        this.mti = from.mti;
        this.envelope = from.envelope;
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(from.values));
    }

    /** A field's value. */
    public sealed interface Value {
        /** Characters as on the wire, or hexadecimal. */
        record Plain(String text) implements Value {
            @Override
            public String toString() {
                return "<" + text.length() + " characters>";
            }
        }

        /** Subfields by number or tag. */
        record Parts(Map<String, String> byName) implements Value {
            public Parts {
                byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
            }

            @Override
            public String toString() {
                return byName.keySet().toString();
            }
        }
    }

    public static Builder of(String mti) {
        return new Builder(mti);
    }

    public String mti() {
        return mti;
    }

    /** TPDU and header as upper-case hexadecimal, empty for the dialect's own. */
    public String envelope() {
        return envelope;
    }

    public SortedMap<Integer, Value> values() {
        return values;
    }

    public boolean has(int field) {
        return values.containsKey(field);
    }

    public Optional<String> text(int field) {
        return values.get(field) instanceof Value.Plain plain ? Optional.of(plain.text()) : Optional.empty();
    }

    /** One part of a composite field. */
    public Optional<String> part(int field, String name) {
        return values.get(field) instanceof Value.Parts parts
                ? Optional.ofNullable(parts.byName().get(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(mti);
        values.forEach(
                (field, value) -> out.append(' ').append(field).append('=').append(shown(field, value)));
        return out.toString();
    }

    private static String shown(int field, Value value) {
        if (value instanceof Value.Plain plain && HARMLESS.contains(field)) {
            return plain.text();
        }
        if (field == 2 && value instanceof Value.Plain pan && pan.text().length() >= 13) {
            String digits = pan.text();
            int hidden = digits.length() - 10;
            return digits.substring(0, 6) + "*".repeat(hidden) + digits.substring(6 + hidden);
        }
        return value.toString();
    }

    /** Collects fields; later values replace earlier ones. */
    public static final class Builder {
        private final String mti;
        private String envelope = "";
        private final SortedMap<Integer, Value> values = new TreeMap<>();

        private Builder(String mti) {
            this.mti = mti;
        }

        public Builder envelope(String hex) {
            envelope = hex;
            return this;
        }

        public Builder with(int field, String value) {
            values.put(field, new Value.Plain(value));
            return this;
        }

        public Builder with(int field, Optional<String> value) {
            value.ifPresent(text -> with(field, text));
            return this;
        }

        public Builder with(int field, Map<String, String> parts) {
            values.put(field, new Value.Parts(parts));
            return this;
        }

        public IsoMessage build() {
            return new IsoMessage(this);
        }
    }
}
