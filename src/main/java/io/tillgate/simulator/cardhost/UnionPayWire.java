package io.tillgate.simulator.cardhost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * UnionPay terminal messages: TPDU and header, packed digits left aligned, binary bitmap. Fields are described by a letter
 * (n packed digits, r packed digits right aligned, z track, a text, b bytes) and a length.
 */
final class UnionPayWire implements Wire {
    private static final int ENVELOPE = 11;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** @param lengthBytes 0 for fixed fields, else bytes of packed length in front */
    private record Format(char kind, int lengthBytes, int units) {}

    private static final Map<Integer, Format> FORMATS = Map.ofEntries(
            entry(2, 'n', 1, 19),
            entry(3, 'n', 0, 6),
            entry(4, 'n', 0, 12),
            entry(7, 'n', 0, 10),
            entry(11, 'n', 0, 6),
            entry(12, 'n', 0, 6),
            entry(13, 'n', 0, 4),
            entry(14, 'n', 0, 4),
            entry(15, 'n', 0, 4),
            entry(18, 'n', 0, 4),
            entry(22, 'n', 0, 3),
            entry(23, 'r', 0, 3),
            entry(25, 'n', 0, 2),
            entry(26, 'n', 0, 2),
            entry(32, 'n', 1, 11),
            entry(35, 'z', 1, 37),
            entry(36, 'z', 2, 104),
            entry(37, 'a', 0, 12),
            entry(38, 'a', 0, 6),
            entry(39, 'a', 0, 2),
            entry(41, 'a', 0, 8),
            entry(42, 'a', 0, 15),
            entry(44, 'a', 1, 25),
            entry(48, 'n', 2, 322),
            entry(49, 'a', 0, 3),
            entry(52, 'b', 0, 8),
            entry(53, 'n', 0, 16),
            entry(54, 'a', 2, 20),
            entry(55, 'b', 2, 255),
            entry(59, 'a', 2, 999),
            entry(60, 'n', 2, 17),
            entry(61, 'n', 2, 29),
            entry(62, 'a', 2, 512),
            entry(63, 'a', 2, 163),
            entry(64, 'b', 0, 8));

    private static Map.Entry<Integer, Format> entry(int field, char kind, int lengthBytes, int units) {
        return Map.entry(field, new Format(kind, lengthBytes, units));
    }

    @Override
    public String name() {
        return "unionpay";
    }

    @Override
    public HostMessage read(byte[] payload) throws IOException {
        try {
            String hex = HEX.formatHex(payload);
            String bits = hex.substring((ENVELOPE + 2) * 2, (ENVELOPE + 10) * 2);
            SortedMap<Integer, String> fields = new TreeMap<>();
            int at = ENVELOPE + 10;
            for (int field = 2; field <= 64; field++) {
                if ((Character.digit(bits.charAt((field - 1) / 4), 16) & (8 >> ((field - 1) % 4))) == 0) {
                    continue;
                }
                Format format = FORMATS.get(field);
                if (format == null) {
                    throw new IOException("field " + field + " is not spoken here");
                }
                int units = format.units();
                if (format.lengthBytes() > 0) {
                    units = Integer.parseInt(hex.substring(at * 2, (at + format.lengthBytes()) * 2));
                    at += format.lengthBytes();
                }
                int size = size(format, units);
                fields.put(field, text(format, Arrays.copyOfRange(payload, at, at + size), units));
                at += size;
            }
            if (at != payload.length) {
                throw new IOException("length does not fit");
            }
            return new HostMessage(
                    hex.substring(0, ENVELOPE * 2), hex.substring(ENVELOPE * 2, (ENVELOPE + 2) * 2), fields);
        } catch (RuntimeException e) {
            throw new IOException("not a message of this port", e);
        }
    }

    private static int size(Format format, int units) {
        return "nrz".indexOf(format.kind()) >= 0 ? (units + 1) / 2 : units;
    }

    private static String text(Format format, byte[] raw, int units) {
        return switch (format.kind()) {
            case 'n' -> HEX.formatHex(raw).substring(0, units);
            case 'r' -> HEX.formatHex(raw).substring(units % 2);
            case 'z' -> HEX.formatHex(raw).substring(0, units).replace('D', '=');
            case 'b' -> HEX.formatHex(raw);
            default -> new String(raw, StandardCharsets.ISO_8859_1);
        };
    }

    @Override
    public byte[] write(HostMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HEX.parseHex(turned(message.envelope())));
        out.writeBytes(HEX.parseHex(message.mti()));
        byte[] bits = new byte[8];
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        message.fields().forEach((field, value) -> {
            Format format = FORMATS.get(field);
            if (format != null && field <= 64) {
                bits[(field - 1) / 8] |= (byte) (0x80 >> ((field - 1) % 8));
                body.writeBytes(bytes(format, value));
            }
        });
        out.writeBytes(bits);
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private static byte[] bytes(Format format, String value) {
        String digits = value.replace('=', 'D');
        byte[] content = switch (format.kind()) {
            case 'n', 'z' -> HEX.parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
            case 'b' -> HEX.parseHex(value);
            default -> value.getBytes(StandardCharsets.ISO_8859_1);
        };
        if (format.lengthBytes() == 0) {
            return content;
        }
        int units = format.kind() == 'b' ? content.length : value.length();
        String length = String.format(Locale.ROOT, "%0" + format.lengthBytes() * 2 + "d", units);
        return HEX.parseHex(length + HEX.formatHex(content));
    }

    /** The answer goes back to where the request came from: destination and source of the TPDU change places. */
    private static String turned(String envelope) {
        return envelope.substring(0, 2) + envelope.substring(6, 10) + envelope.substring(2, 6) + envelope.substring(10);
    }

    @Override
    public byte[] garble(byte[] payload) {
        payload[ENVELOPE + 10] = (byte) 0xEE;
        return payload;
    }
}
