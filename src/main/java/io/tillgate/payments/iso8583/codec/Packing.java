package io.tillgate.payments.iso8583.codec;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Writes one message. */
final class Packing {
    private final Dialect dialect;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    Packing(Dialect dialect) {
        this.dialect = dialect;
    }

    byte[] pack(IsoMessage message) {
        envelope(message.envelope());
        if (!message.mti().matches("[0-9]{4}")) {
            throw new MessageFormatException("mti", out.size(), "not four digits");
        }
        out.writeBytes(dialect.mti().encode(message.mti(), Alignment.LEFT));
        bitmaps(message.values().keySet());
        message.values().forEach(this::field);
        return out.toByteArray();
    }

    private void envelope(String own) {
        String hex = own.isEmpty() ? dialect.envelope().standard() : own;
        if (hex.length() != dialect.envelope().lengthBytes() * 2) {
            throw new MessageFormatException("envelope", 0, "not of the dialect's length");
        }
        out.writeBytes(HexFormat.of().parseHex(hex));
    }

    private void bitmaps(Set<Integer> present) {
        boolean third = dialect.bitmaps() == 3 && present.stream().anyMatch(f -> f > 128);
        boolean second = third || present.stream().anyMatch(f -> f > 64);
        byte[] bits = new byte[third ? 24 : second ? 16 : 8];
        for (int field : present) {
            boolean taken = field == 1 || (field == 65 && dialect.bitmaps() == 3);
            if (taken || field < 1 || field > bits.length * 8) {
                throw new MessageFormatException(String.valueOf(field), out.size(), "no place in the bitmaps");
            }
            Bits.set(bits, field);
        }
        if (second) {
            Bits.set(bits, 1);
        }
        if (third) {
            Bits.set(bits, 65);
        }
        out.writeBytes(
                dialect.bitmap().content().encode(HexFormat.of().withUpperCase().formatHex(bits), Alignment.LEFT));
    }

    private void field(int number, IsoMessage.Value value) {
        FieldSpec spec = dialect.fields().get(number);
        String path = String.valueOf(number);
        if (spec == null) {
            throw new MessageFormatException(path, out.size(), "the dialect has no such field");
        }
        out.writeBytes(
                switch (value) {
                    case IsoMessage.Value.Plain plain -> plain(path, spec, plain.text());
                    case IsoMessage.Value.Parts parts -> composite(path, spec, parts.byName());
                });
    }

    private byte[] plain(String path, FieldSpec spec, String given) {
        if (spec.subfields().isPresent()) {
            throw new MessageFormatException(path, out.size(), "a composite field needs parts");
        }
        try {
            String value = spec.filled(given);
            spec.check(value);
            int units = spec.content().unitsOf(value);
            if (spec.content().unit() == Content.Unit.BYTE && value.length() % 2 == 1) {
                throw new IllegalArgumentException("half a byte");
            }
            return prefixed(spec, units, spec.content().encode(value, spec.alignment()));
        } catch (IllegalArgumentException e) {
            throw new MessageFormatException(path, out.size(), String.valueOf(e.getMessage()));
        }
    }

    private static byte[] prefixed(FieldSpec spec, int units, byte[] content) {
        if (!spec.fits(units)) {
            throw new IllegalArgumentException("value has the wrong length");
        }
        if (spec.prefix().fixed()) {
            return content;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream(content.length + 4);
        both.writeBytes(spec.prefix().encode(units));
        both.writeBytes(content);
        return both.toByteArray();
    }

    private byte[] composite(String path, FieldSpec spec, Map<String, String> parts) {
        byte[] content = switch (spec.subfields()
                .orElseThrow(() -> new MessageFormatException(path, out.size(), "a plain field takes no parts"))) {
            case Subfields.Announced announced -> announced(path, announced, parts);
            case Subfields.Tagged tagged -> tagged(path, tagged, parts);
        };
        try {
            return prefixed(spec, content.length, content);
        } catch (IllegalArgumentException e) {
            throw new MessageFormatException(path, out.size(), String.valueOf(e.getMessage()));
        }
    }

    private byte[] announced(String path, Subfields.Announced spec, Map<String, String> parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] bits = new byte[spec.bitmapBytes()];
        ByteArrayOutputStream front = new ByteArrayOutputStream();
        spec.fields().forEach((number, field) -> {
            String value = parts.get(String.valueOf(number));
            if (value != null) {
                (number == 0 ? front : content).writeBytes(plain(path + "." + number, field, value));
                if (number > 0) {
                    Bits.set(bits, number);
                }
            }
        });
        long known = spec.fields().keySet().stream()
                .filter(n -> parts.containsKey(String.valueOf(n)))
                .count();
        if (known != parts.size()) {
            throw new MessageFormatException(path, out.size(), "a part that the dialect does not have");
        }
        front.writeBytes(
                spec.bitmap().content().encode(HexFormat.of().withUpperCase().formatHex(bits), Alignment.LEFT));
        front.writeBytes(content.toByteArray());
        return front.toByteArray();
    }

    private byte[] tagged(String path, Subfields.Tagged spec, Map<String, String> parts) {
        try {
            return Tags.write(spec, parts);
        } catch (IllegalArgumentException e) {
            throw new MessageFormatException(path, out.size(), String.valueOf(e.getMessage()));
        }
    }
}
