package io.tillgate.payments.iso8583.codec;

/** Packed digits. Half byte D is the track separator and reads as {@code =}. */
final class Nibbles {
    private Nibbles() {}

    static byte[] pack(String value, Alignment alignment) {
        byte[] bytes = new byte[(value.length() + 1) / 2];
        int shift = value.length() % 2 == 1 && alignment == Alignment.RIGHT ? 1 : 0;
        for (int i = 0; i < value.length(); i++) {
            int at = i + shift;
            bytes[at / 2] |= (byte) (nibble(value.charAt(i)) << (at % 2 == 0 ? 4 : 0));
        }
        return bytes;
    }

    static String unpack(byte[] bytes, int digits, Alignment alignment) {
        boolean odd = digits % 2 == 1;
        int shift = odd && alignment == Alignment.RIGHT ? 1 : 0;
        if (odd) {
            int spare = at(bytes, alignment == Alignment.RIGHT ? 0 : digits);
            if (spare != 0 && spare != 0xF) {
                throw new IllegalArgumentException("spare half byte is neither 0 nor F");
            }
        }
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(digit(at(bytes, i + shift)));
        }
        return text.toString();
    }

    static byte[] packSigned(String value) {
        byte[] digits = pack(value.substring(1), Alignment.RIGHT);
        byte[] bytes = new byte[digits.length + 1];
        bytes[0] = (byte) value.charAt(0);
        System.arraycopy(digits, 0, bytes, 1, digits.length);
        return bytes;
    }

    static String unpackSigned(byte[] bytes) {
        byte[] digits = new byte[bytes.length - 1];
        System.arraycopy(bytes, 1, digits, 0, digits.length);
        return (char) (bytes[0] & 0xFF) + unpack(digits, digits.length * 2, Alignment.RIGHT);
    }

    private static int at(byte[] bytes, int index) {
        int pair = bytes[index / 2] & 0xFF;
        return index % 2 == 0 ? pair >> 4 : pair & 0xF;
    }

    private static int nibble(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c == '=' || c == 'D') {
            return 0xD;
        }
        throw new IllegalArgumentException("not a digit");
    }

    private static char digit(int nibble) {
        if (nibble <= 9) {
            return (char) ('0' + nibble);
        }
        if (nibble == 0xD) {
            return '=';
        }
        throw new IllegalArgumentException("not a digit");
    }
}
