package io.tillgate.platform.crypto.dukpt;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * ANSI X9.24-1:2009, A.1: ten bytes, the lowest 21 bits are the encryption counter. A valid counter is not zero and has
 * at most ten one bits.
 *
 * @param keySetId the upper five bytes: which BDK
 * @param deviceId the next 19 bits, with the counter's 21 bits cleared: which device
 * @param counter 21 bits
 */
public record TdesKsn(long keySetId, long deviceId, int counter) implements Ksn {
    static final int BYTES = 10;
    static final int COUNTER_BITS = 21;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long FIVE_BYTES = (1L << 40) - 1;
    private static final int ONE_BITS_MAX = 10;

    public TdesKsn {
        if ((keySetId & ~FIVE_BYTES) != 0 || (deviceId & ~(FIVE_BYTES & ~COUNTER_MASK)) != 0) {
            throw new Refusal(CryptoProblem.KSN_INVALID, "the KSN's key set or device is out of range");
        }
        if (counter <= 0 || counter > COUNTER_MASK) {
            throw new Refusal(CryptoProblem.KSN_INVALID, "the KSN's counter is zero or out of range");
        }
        if (Integer.bitCount(counter) > ONE_BITS_MAX) {
            throw new Refusal(CryptoProblem.KSN_INVALID, "the KSN's counter has more than 10 one bits");
        }
    }

    static TdesKsn of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(16).put(6, bytes);
        long high = buffer.getLong(0);
        long low = buffer.getLong(8);
        long keySet = (high << 24 | low >>> 40) & FIVE_BYTES;
        return new TdesKsn(keySet, low & FIVE_BYTES & ~COUNTER_MASK, (int) (low & COUNTER_MASK));
    }

    /** The lowest eight bytes with the counter cleared: what the key generation starts from. */
    long register() {
        return keySetId << 40 | deviceId;
    }

    /** The upper eight bytes with the counter cleared: what the initial key is made from. */
    long initialKeyInput() {
        return keySetId << 24 | deviceId >>> 16;
    }

    @Override
    public DukptScheme scheme() {
        return DukptScheme.TDES;
    }

    @Override
    public String hex() {
        return String.format(Locale.ROOT, "%010X%010X", keySetId, deviceId | counter);
    }

    @Override
    public String toString() {
        return hex();
    }
}
