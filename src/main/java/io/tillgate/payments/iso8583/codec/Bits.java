package io.tillgate.payments.iso8583.codec;

/** Bit 1 is the highest bit of the first byte. */
final class Bits {
    private Bits() {}

    static void set(byte[] bits, int number) {
        bits[(number - 1) / 8] |= (byte) (0x80 >> ((number - 1) % 8));
    }

    static boolean has(byte[] bits, int number) {
        return (bits[(number - 1) / 8] & (0x80 >> ((number - 1) % 8))) != 0;
    }
}
