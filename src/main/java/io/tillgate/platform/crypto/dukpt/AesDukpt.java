package io.tillgate.platform.crypto.dukpt;

import io.tillgate.platform.crypto.cipher.BlockCipher;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * AES DUKPT on the host side, ANSI X9.24-3:2017, clause 6.3. Derivation keys have 16, 24 or 32 bytes; every result is a
 * new array that belongs to the caller. Derives from the initial key in at most 16 steps, keeps no state.
 */
public final class AesDukpt {
    private static final int BLOCK = 16;
    private static final byte VERSION = 1;
    /** 6.3.4: the counter that no transaction can have is kept for the key that wraps a new initial key. */
    private static final int UPDATE_COUNTER = 0xFFFFFFFF;

    private AesDukpt() {}

    /** 6.3.3: the initial key of a device, as long as the BDK. */
    public static byte[] initialKey(byte[] bdk, InitialKeyId id) {
        AesKeyType type = AesKeyType.aesOf(bdk.length);
        return derive(bdk, type, derivationInput(AesKeyUsage.KEY_DERIVATION_INITIAL_KEY, type, id.value()));
    }

    /** 6.3.4: the key of one transaction, from which only working keys are derived. */
    public static byte[] transactionKey(byte[] initialKey, AesKsn ksn) {
        return descend(initialKey, ksn.initialKeyId(), ksn.counter());
    }

    /** 6.3.5: a key for one usage in one transaction. */
    public static byte[] workingKey(byte[] initialKey, AesKsn ksn, AesKeyUsage usage, AesKeyType type) {
        byte[] transactionKey = transactionKey(initialKey, ksn);
        try {
            return derive(
                    transactionKey, type, derivationInput(usage, type, counted(ksn.initialKeyId(), ksn.counter())));
        } finally {
            Arrays.fill(transactionKey, (byte) 0);
        }
    }

    /** 6.3.5: the key under which a device is sent its next initial key. */
    public static byte[] updateKey(byte[] initialKey, InitialKeyId id, AesKeyType type) {
        byte[] last = descend(initialKey, id, UPDATE_COUNTER);
        try {
            return derive(last, type, derivationInput(AesKeyUsage.KEY_ENCRYPTION, type, counted(id, UPDATE_COUNTER)));
        } finally {
            Arrays.fill(last, (byte) 0);
        }
    }

    /** Follows the one bits of the counter from the highest to the lowest, one derivation for each. */
    private static byte[] descend(byte[] initialKey, InitialKeyId id, int counter) {
        AesKeyType type = AesKeyType.aesOf(initialKey.length);
        byte[] key = initialKey.clone();
        int reached = 0;
        for (int bit = 1 << 31; bit != 0; bit >>>= 1) {
            if ((counter & bit) != 0) {
                reached |= bit;
                byte[] next =
                        derive(key, type, derivationInput(AesKeyUsage.KEY_DERIVATION, type, counted(id, reached)));
                Arrays.fill(key, (byte) 0);
                key = next;
            }
        }
        return key;
    }

    /** 6.3.2: the device's half of the initial key id and the counter. */
    private static long counted(InitialKeyId id, int counter) {
        return (long) id.derivationId() << Integer.SIZE | Integer.toUnsignedLong(counter);
    }

    /** 6.3.2: the sixteen bytes that are enciphered; byte 1, the block counter, is set while deriving. */
    private static byte[] derivationInput(AesKeyUsage usage, AesKeyType type, long context) {
        return ByteBuffer.allocate(BLOCK)
                .put(VERSION)
                .put((byte) 0)
                .putShort((short) usage.indicator())
                .putShort((short) type.indicator())
                .putShort((short) (type.bytes() * 8))
                .putLong(context)
                .array();
    }

    /** 6.3.1: as many enciphered blocks as the key is long, the rest cut off. */
    private static byte[] derive(byte[] derivationKey, AesKeyType type, byte[] input) {
        if (!type.mayComeFrom(AesKeyType.aesOf(derivationKey.length))) {
            throw new IllegalArgumentException(type + " must not be derived from a weaker key");
        }
        int blocks = (type.bytes() + BLOCK - 1) / BLOCK;
        byte[] data = new byte[blocks * BLOCK];
        for (int block = 0; block < blocks; block++) {
            System.arraycopy(input, 0, data, block * BLOCK, BLOCK);
            data[block * BLOCK + 1] = (byte) (block + 1);
        }
        byte[] enciphered = BlockCipher.AES.encrypt(derivationKey, data);
        if (enciphered.length == type.bytes()) {
            return enciphered;
        }
        byte[] key = Arrays.copyOf(enciphered, type.bytes());
        Arrays.fill(enciphered, (byte) 0);
        return key;
    }
}
