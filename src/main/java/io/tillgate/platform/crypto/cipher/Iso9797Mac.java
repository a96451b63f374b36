package io.tillgate.platform.crypto.cipher;

import java.util.Arrays;

/** MACs of ISO/IEC 9797-1:2011 over TDEA, whole blocks of eight bytes; callers truncate. */
public final class Iso9797Mac {
    private static final BlockCipher CIPHER = BlockCipher.TDEA;

    private Iso9797Mac() {}

    /** Clause 7.2, algorithm 1 (CBC-MAC), output transformation 1. */
    public static byte[] algorithm1(byte[] key, byte[] message, Iso9797Padding padding) {
        byte[] chained = CIPHER.encryptCbc(key, padding.pad(message, CIPHER.blockBytes()));
        return Arrays.copyOfRange(chained, chained.length - CIPHER.blockBytes(), chained.length);
    }

    /** Clause 7.4, algorithm 3, output transformation 3: the last block is deciphered under K2, enciphered under K1. */
    public static byte[] algorithm3(byte[] key1, byte[] key2, byte[] message, Iso9797Padding padding) {
        byte[] last = algorithm1(key1, message, padding);
        return CIPHER.encrypt(key1, CIPHER.decrypt(key2, last));
    }

    /** The retail MAC of ANSI X9.19: algorithm 3 over single DES, the halves of a double-length key as K1 and K2. */
    public static byte[] retail(byte[] key, byte[] message, Iso9797Padding padding) {
        if (key.length != 16) {
            throw new IllegalArgumentException("a retail MAC key has 16 bytes, not " + key.length);
        }
        byte[] left = Arrays.copyOf(key, 8);
        byte[] right = Arrays.copyOfRange(key, 8, 16);
        try {
            return algorithm3(left, right, message, padding);
        } finally {
            Arrays.fill(left, (byte) 0);
            Arrays.fill(right, (byte) 0);
        }
    }
}
