package io.tillgate.payments.iso8583.codec;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one payload. A field whose bytes are no value of it, but whose extent is known, is left out and reading goes on, so
 * that the failure can carry what else was readable; a length that leads nowhere ends the reading.
 */
final class Unpacking {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Dialect dialect;
    private final byte[] bytes;
    private int at;
    private @Nullable MessageFormatException failure;

    Unpacking(Dialect dialect, byte[] bytes) {
        this.dialect = dialect;
        this.bytes = bytes;
    }

    IsoMessage message() {
        String envelope = HEX.formatHex(take(dialect.envelope().lengthBytes(), "envelope"));
        String mti = mti();
        byte[] bits = bitmaps();
        IsoMessage.Builder message = IsoMessage.of(mti).envelope(envelope);
        try {
            fields(bits, message);
        } catch (MessageFormatException e) {
            failure = failure == null ? e : failure;
        }
        if (failure != null) {
            throw failure.with(message.build());
        }
        return message.build();
    }

    private String mti() {
        int start = at;
        byte[] raw = take(dialect.mti().bytesFor(4), "mti");
        try {
            String mti = dialect.mti().decode(raw, 4, Alignment.LEFT);
            if (mti.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return mti;
            }
        } catch (IllegalArgumentException e) {
            throw new MessageFormatException("mti", start, String.valueOf(e.getMessage()));
        }
        throw new MessageFormatException("mti", start, "not four digits");
    }

    private byte[] bitmaps() {
        byte[] bits = bitmap("bitmap", dialect.bitmap(), 8);
        int next = 1;
        for (int count = 1; count < dialect.bitmaps() && Bits.has(bits, next); count++) {
            byte[] further = bitmap("bitmap", dialect.bitmap(), 8);
            int known = bits.length;
            bits = Arrays.copyOf(bits, known + 8);
            System.arraycopy(further, 0, bits, known, 8);
            next = known * 8 + 1;
        }
        return bits;
    }

    private byte[] bitmap(String path, BitmapFormat format, int size) {
        int start = at;
        byte[] raw = take(format.content().bytesFor(size), path);
        try {
            return HEX.parseHex(format.content().decode(raw, size, Alignment.LEFT));
        } catch (IllegalArgumentException e) {
            throw new MessageFormatException(path, start, String.valueOf(e.getMessage()));
        }
    }

    private void fields(byte[] bits, IsoMessage.Builder message) {
        for (int number = 2; number <= bits.length * 8; number++) {
            boolean announcesBitmap = number == 65 && dialect.bitmaps() == 3;
            if (announcesBitmap || !Bits.has(bits, number)) {
                continue;
            }
            FieldSpec spec = dialect.fields().get(number);
            String path = String.valueOf(number);
            if (spec == null) {
                throw new MessageFormatException(path, at, "the dialect has no such field");
            }
            if (spec.subfields().isPresent()) {
                message.with(number, composite(path, spec, spec.subfields().get()));
            } else {
                message.with(number, value(path, spec));
            }
        }
        if (at != bytes.length) {
            throw new MessageFormatException("end", at, "bytes behind the last field");
        }
    }

    /** The value, or nothing when only this field is unreadable. */
    private Optional<String> value(String path, FieldSpec spec) {
        int units = units(path, spec);
        int start = at;
        byte[] raw = take(spec.content().bytesFor(units), path);
        try {
            String value = spec.content().decode(raw, units, spec.alignment());
            spec.check(value);
            return Optional.of(value);
        } catch (IllegalArgumentException e) {
            MessageFormatException here = new MessageFormatException(path, start, String.valueOf(e.getMessage()));
            failure = failure == null ? here : failure;
            return Optional.empty();
        }
    }

    private int units(String path, FieldSpec spec) {
        if (spec.prefix().fixed()) {
            return spec.lengthMax();
        }
        int start = at;
        int units;
        try {
            units = spec.prefix().decode(take(spec.prefix().bytes(), path));
        } catch (IllegalArgumentException e) {
            throw new MessageFormatException(path, start, String.valueOf(e.getMessage()));
        }
        if (!spec.fits(units)) {
            throw new MessageFormatException(path, start, "length outside what the field may have");
        }
        return units;
    }

    private Map<String, String> composite(String path, FieldSpec spec, Subfields within) {
        int length = units(path, spec);
        int start = at;
        int end = start + length;
        if (end > bytes.length) {
            throw new MessageFormatException(path, start, "message ends inside the field");
        }
        return switch (within) {
            case Subfields.Tagged tagged -> {
                try {
                    yield Tags.read(tagged, take(end - at, path));
                } catch (IllegalArgumentException e) {
                    throw new MessageFormatException(path, start, String.valueOf(e.getMessage()));
                }
            }
            case Subfields.Announced announced -> announced(path, announced, end);
        };
    }

    private Map<String, String> announced(String path, Subfields.Announced within, int end) {
        Map<String, String> parts = new LinkedHashMap<>();
        FieldSpec front = within.fields().get(0);
        if (front != null) {
            value(path + ".0", front).ifPresent(text -> parts.put("0", text));
        }
        byte[] bits = bitmap(path, within.bitmap(), within.bitmapBytes());
        for (int number = 1; number <= bits.length * 8; number++) {
            if (Bits.has(bits, number)) {
                String name = String.valueOf(number);
                FieldSpec spec = within.fields().get(number);
                if (spec == null) {
                    throw new MessageFormatException(path + "." + name, at, "the dialect has no such subfield");
                }
                value(path + "." + name, spec).ifPresent(text -> parts.put(name, text));
            }
        }
        if (at != end) {
            throw new MessageFormatException(path, at, "subfields do not fill the field");
        }
        return parts;
    }

    private byte[] take(int count, String path) {
        if (count > bytes.length - at) {
            throw new MessageFormatException(path, at, "message ends inside the field");
        }
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }
}
