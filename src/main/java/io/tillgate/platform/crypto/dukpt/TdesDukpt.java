package io.tillgate.platform.crypto.dukpt;

import io.tillgate.platform.crypto.cipher.BlockCipher;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * TDES DUKPT on the host side, ANSI X9.24-1:2009, Annex A. Keys have 16 bytes; parity bits are left as they fall, as in
 * the standard's own examples. Every result is a new array that belongs to the caller.
 */
public final class TdesDukpt {
    private static final long INITIAL_KEY_VARIANT = 0xC0C0C0C000000000L;
    private static final BlockCipher CIPHER = BlockCipher.TDEA;

    private TdesDukpt() {}

    /** A.6: the initial PIN encryption key of the device that the KSN names; its counter plays no part. */
    public static byte[] initialKey(byte[] bdk, TdesKsn ksn) {
        byte[] input = block(ksn.initialKeyInput());
        byte[] varied = vary(requireDouble(bdk), INITIAL_KEY_VARIANT);
        try {
            return join(CIPHER.encrypt(bdk, input), CIPHER.encrypt(varied, input));
        } finally {
            Arrays.fill(varied, (byte) 0);
        }
    }

    /** A.3: follows the one bits of the counter from the highest to the lowest, one key generation for each. */
    public static byte[] transactionKey(byte[] initialKey, TdesKsn ksn) {
        byte[] key = requireDouble(initialKey).clone();
        long register = ksn.register();
        for (int bit = 1 << (TdesKsn.COUNTER_BITS - 1); bit != 0; bit >>>= 1) {
            if ((ksn.counter() & bit) != 0) {
                register |= bit;
                byte[] next = generate(key, block(register));
                Arrays.fill(key, (byte) 0);
                key = next;
            }
        }
        return key;
    }

    /** A.4.1: a key for one usage in one transaction. */
    public static byte[] workingKey(byte[] initialKey, TdesKsn ksn, TdesKeyUsage usage) {
        byte[] transactionKey = transactionKey(initialKey, ksn);
        byte[] varied = vary(transactionKey, usage.variant());
        Arrays.fill(transactionKey, (byte) 0);
        if (!usage.oneWay()) {
            return varied;
        }
        try {
            return CIPHER.encrypt(varied, varied);
        } finally {
            Arrays.fill(varied, (byte) 0);
        }
    }

    /** A.2: non-reversible key generation: the right half under the key, the left half under its variant. */
    private static byte[] generate(byte[] key, byte[] register) {
        byte[] varied = vary(key, INITIAL_KEY_VARIANT);
        try {
            return join(half(varied, register), half(key, register));
        } finally {
            Arrays.fill(varied, (byte) 0);
        }
    }

    private static byte[] half(byte[] key, byte[] register) {
        byte[] left = Arrays.copyOf(key, 8);
        byte[] right = Arrays.copyOfRange(key, 8, 16);
        try {
            return BlockCipher.xor(CIPHER.encrypt(left, BlockCipher.xor(register, right)), right);
        } finally {
            Arrays.fill(left, (byte) 0);
            Arrays.fill(right, (byte) 0);
        }
    }

    private static byte[] vary(byte[] key, long variant) {
        return BlockCipher.xor(key, join(block(variant), block(variant)));
    }

    private static byte[] block(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] join(byte[] left, byte[] right) {
        return ByteBuffer.allocate(left.length + right.length)
                .put(left)
                .put(right)
                .array();
    }

    private static byte[] requireDouble(byte[] key) {
        if (key.length != 16) {
            throw new IllegalArgumentException("a TDES DUKPT key has 16 bytes, not " + key.length);
        }
        return key;
    }
}
