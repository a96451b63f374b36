package io.tillgate.payments.iso8583.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a field tells its length: the second of a field's three axes.
 *
 * @param digits decimal digits of the length, 0 for a field of fixed length
 * @param encoding how those digits travel
 */
record LengthPrefix(int digits, Encoding encoding) {
    static final LengthPrefix FIXED = new LengthPrefix(0, Encoding.ASCII);

    enum Encoding {
        ASCII,
        EBCDIC,
        BCD,
        /** Big-endian number in as many bytes as BCD would take. */
        BINARY
    }

    LengthPrefix {
        if (digits < 0 || digits > 6) {
            throw new IllegalArgumentException("a length has at most six digits");
        }
    }

    boolean fixed() {
        return digits == 0;
    }

    int bytes() {
        return switch (encoding) {
            case ASCII, EBCDIC -> digits;
            case BCD, BINARY -> (digits + 1) / 2;
        };
    }

    byte[] encode(int length) {
        String text = String.format(Locale.ROOT, "%0" + digits + "d", length);
        return switch (encoding) {
            case ASCII -> text.getBytes(StandardCharsets.US_ASCII);
            case EBCDIC -> text.getBytes(Content.EBCDIC_CHARSET);
            case BCD -> Nibbles.pack(text, Alignment.RIGHT);
            case BINARY -> bigEndian(length);
        };
    }

    int decode(byte[] bytes) {
        return switch (encoding) {
            case ASCII -> decimal(new String(bytes, StandardCharsets.ISO_8859_1));
            case EBCDIC -> decimal(new String(bytes, Content.EBCDIC_CHARSET));
            case BCD -> decimal(Nibbles.unpack(bytes, bytes.length * 2, Alignment.RIGHT));
            case BINARY -> number(bytes);
        };
    }

    private byte[] bigEndian(int length) {
        byte[] bytes = new byte[bytes()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = (byte) (length >>> (8 * i));
        }
        return bytes;
    }

    private static int number(byte[] bytes) {
        int length = 0;
        for (byte b : bytes) {
            length = (length << 8) | (b & 0xFF);
        }
        return length;
    }

    private static int decimal(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException("length is not a number");
            }
            length = length * 10 + (c - '0');
        }
        return length;
    }
}
