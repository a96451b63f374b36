package io.tillgate.payments.iso8583.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a dialect on its three axes.
 *
 * @param kind which characters the value may have
 * @param lengthMax the length of a fixed field, the upper bound of a variable one, in units of the content
 * @param lengthMin the lower bound of a variable field, 0 where hosts send it empty
 * @param within what a composite field holds, or null for a plain one
 */
record FieldSpec(
        Kind kind,
        Content content,
        LengthPrefix prefix,
        int lengthMax,
        int lengthMin,
        Alignment alignment,
        Shape shape,
        @Nullable Subfields within) {

    enum Kind {
        /** Digits. */
        NUMERIC,
        /** Digits and the separator of track 2. */
        TRACK,
        /** A sign (C, D or a digit) and digits. */
        SIGNED,
        TEXT,
        /** Bytes, as upper-case hexadecimal. */
        BYTES
    }

    FieldSpec {
        boolean packed = content == Content.BCD;
        if (lengthMax < 1 || lengthMax > 99_999) {
            throw new IllegalArgumentException("length outside 1..99999");
        }
        if (lengthMin < 0 || lengthMin > lengthMax) {
            throw new IllegalArgumentException("the least length is outside the length");
        }
        if (packed && kind != Kind.NUMERIC && kind != Kind.TRACK) {
            throw new IllegalArgumentException("only digits and tracks can be packed");
        }
        if ((kind == Kind.BYTES) != (content.unit() == Content.Unit.BYTE)) {
            throw new IllegalArgumentException("bytes need a binary or hexadecimal content, and nothing else does");
        }
        if (!shape.pattern().isEmpty() && (!prefix.fixed() || shape.pattern().length() != lengthMax)) {
            throw new IllegalArgumentException("a shape needs a fixed field of its length");
        }
    }

    Optional<Subfields> subfields() {
        return Optional.ofNullable(within);
    }

    boolean fits(int units) {
        return prefix.fixed() ? units == lengthMax : units >= lengthMin && units <= lengthMax;
    }

    /** The value as long as a fixed field wants it: digits filled with zeros in front, text with spaces behind. */
    String filled(String value) {
        int missing = prefix.fixed() ? lengthMax - content.unitsOf(value) : 0;
        if (missing <= 0) {
            return value;
        }
        return switch (kind) {
            case NUMERIC -> "0".repeat(missing) + value;
            case TEXT -> value + " ".repeat(missing);
            case TRACK, SIGNED, BYTES -> value;
        };
    }

    /** @throws IllegalArgumentException without the value when a character or a date part is not allowed */
    void check(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!allowed(value.charAt(i), i)) {
                throw new IllegalArgumentException("character not allowed");
            }
        }
        if (!shape.fits(value)) {
            throw new IllegalArgumentException("impossible date or time");
        }
    }

    private boolean allowed(char c, int index) {
        boolean digit = c >= '0' && c <= '9';
        return switch (kind) {
            case NUMERIC -> digit;
            case TRACK -> digit || c == '=' || c == 'D';
            case SIGNED -> digit || (index == 0 && (c == 'C' || c == 'D'));
            case BYTES -> digit || (c >= 'A' && c <= 'F');
            case TEXT -> true;
        };
    }
}
