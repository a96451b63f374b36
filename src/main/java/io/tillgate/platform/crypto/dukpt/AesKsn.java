package io.tillgate.platform.crypto.dukpt;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * ANSI X9.24-3:2017, 6.3.1: eight bytes of initial key id and a transaction counter of 32 bits. A valid counter is not
 * zero (that is the initial key itself), has at most 16 one bits, and so never passes {@code FFFF0000}.
 */
public record AesKsn(InitialKeyId initialKeyId, int counter) implements Ksn {
    static final int BYTES = 12;
    private static final int ONE_BITS_MAX = 16;

    public AesKsn {
        if (counter == 0) {
            throw new Refusal(CryptoProblem.KSN_INVALID, "the KSN's counter is zero");
        }
        if (Integer.bitCount(counter) > ONE_BITS_MAX) {
            throw new Refusal(CryptoProblem.KSN_INVALID, "the KSN's counter has more than 16 one bits");
        }
    }

    static AesKsn of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new AesKsn(new InitialKeyId(buffer.getLong()), buffer.getInt());
    }

    @Override
    public DukptScheme scheme() {
        return DukptScheme.AES;
    }

    @Override
    public String hex() {
        return initialKeyId.hex() + String.format(Locale.ROOT, "%08X", counter);
    }

    @Override
    public String toString() {
        return hex();
    }
}
