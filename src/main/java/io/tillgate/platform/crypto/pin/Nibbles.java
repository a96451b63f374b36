package io.tillgate.platform.crypto.pin;

/** Half bytes, high half first, as ISO 9564 counts them. */
final class Nibbles {
    private Nibbles() {}

    static byte[] unpack(byte[] bytes) {
        byte[] nibbles = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            nibbles[2 * i] = (byte) (bytes[i] >> 4 & 0xF);
            nibbles[2 * i + 1] = (byte) (bytes[i] & 0xF);
        }
        return nibbles;
    }

    static byte[] pack(byte[] nibbles) {
        byte[] bytes = new byte[nibbles.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (nibbles[2 * i] << 4 | nibbles[2 * i + 1]);
        }
        return bytes;
    }
}
