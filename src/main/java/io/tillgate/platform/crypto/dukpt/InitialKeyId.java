package io.tillgate.platform.crypto.dukpt;

import io.tillgate.platform.crypto.cipher.Hex;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * ANSI X9.24-3:2017, 6.3.1: names the initial key of one device. The upper four bytes are the BDK id, the lower four
 * the derivation id of the device.
 */
public record InitialKeyId(long value) {
    public static InitialKeyId of(int bdkId, int derivationId) {
        return new InitialKeyId(((long) bdkId << Integer.SIZE) | Integer.toUnsignedLong(derivationId));
    }

    /**
     * Reads 16 hex digits.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static InitialKeyId parse(String hex) {
        if (hex.length() != 16) {
            throw new IllegalArgumentException("an initial key id has 16 hex digits");
        }
        return new InitialKeyId(ByteBuffer.wrap(Hex.secret(hex)).getLong());
    }

    public int bdkId() {
        return (int) (value >>> Integer.SIZE);
    }

    public int derivationId() {
        return (int) value;
    }

    public String hex() {
        return String.format(Locale.ROOT, "%016X", value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
