package io.tillgate.payments.iso8583.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How the characters of a value become bytes: the first of a field's three axes. */
public enum Content {
    /** Printable ASCII, one byte per character. */
    ASCII(Unit.CHARACTER),
    /** Any byte as the Latin-1 character of that number: for hosts that send text of another character set. */
    LATIN1(Unit.CHARACTER),
    /** EBCDIC code page 1047, one byte per character. */
    EBCDIC(Unit.CHARACTER),
    /** Two digits per byte; {@code =} travels as nibble D. */
    BCD(Unit.DIGIT),
    /** A sign character in ASCII, then digits as BCD. */
    SIGNED_BCD(Unit.DIGIT),
    /** The bytes themselves; the value is upper-case hexadecimal. */
    BINARY(Unit.BYTE),
    /** Bytes sent as two hexadecimal characters in ASCII; the value is upper-case hexadecimal. */
    HEX_ASCII(Unit.BYTE),
    /** Bytes sent as two hexadecimal characters in EBCDIC; the value is upper-case hexadecimal. */
    HEX_EBCDIC(Unit.BYTE);

    /** What a field's length counts. */
    enum Unit {
        CHARACTER,
        DIGIT,
        BYTE
    }

    static final Charset EBCDIC_CHARSET = Charset.forName("IBM1047");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Unit unit;

    Content(Unit unit) {
        this.unit = unit;
    }

    Unit unit() {
        return unit;
    }

    /** Length of a value in this content's units. */
    int unitsOf(String value) {
        return unit == Unit.BYTE ? value.length() / 2 : value.length();
    }

    /** Bytes on the wire for that many units. */
    int bytesFor(int units) {
        return switch (this) {
            case ASCII, LATIN1, EBCDIC, BINARY -> units;
            case BCD -> (units + 1) / 2;
            case SIGNED_BCD -> 1 + units / 2;
            case HEX_ASCII, HEX_EBCDIC -> units * 2;
        };
    }

    /** @throws IllegalArgumentException when a character has no place in this content; the message names no value */
    byte[] encode(String value, Alignment alignment) {
        return switch (this) {
            case ASCII -> printable(value).getBytes(StandardCharsets.US_ASCII);
            case LATIN1 -> value.getBytes(StandardCharsets.ISO_8859_1);
            case EBCDIC -> printable(value).getBytes(EBCDIC_CHARSET);
            case BCD -> Nibbles.pack(value, alignment);
            case SIGNED_BCD -> Nibbles.packSigned(value);
            case BINARY -> HEX.parseHex(value);
            case HEX_ASCII -> HEX.formatHex(HEX.parseHex(value)).getBytes(StandardCharsets.US_ASCII);
            case HEX_EBCDIC -> HEX.formatHex(HEX.parseHex(value)).getBytes(EBCDIC_CHARSET);
        };
    }

    /** @throws IllegalArgumentException when the bytes are no value of this content; the message names no value */
    String decode(byte[] bytes, int units, Alignment alignment) {
        return switch (this) {
            case ASCII -> printable(new String(bytes, StandardCharsets.ISO_8859_1));
            case LATIN1 -> new String(bytes, StandardCharsets.ISO_8859_1);
            case EBCDIC -> printable(new String(bytes, EBCDIC_CHARSET));
            case BCD -> Nibbles.unpack(bytes, units, alignment);
            case SIGNED_BCD -> Nibbles.unpackSigned(bytes);
            case BINARY -> HEX.formatHex(bytes);
            case HEX_ASCII -> hexadecimal(new String(bytes, StandardCharsets.ISO_8859_1));
            case HEX_EBCDIC -> hexadecimal(new String(bytes, EBCDIC_CHARSET));
        };
    }

    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException("not printable text");
            }
        }
        return text;
    }

    private static String hexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'F')) {
                throw new IllegalArgumentException("not upper-case hexadecimal");
            }
        }
        return text;
    }
}
