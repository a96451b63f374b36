package io.tillgate.platform.crypto.cipher;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes that must not be seen: keys, PIN blocks, plain card data. Prints its length only, compares in constant time,
 * and forgets its content when closed; using it afterwards is a bug.
 */
public final class SecretBytes implements AutoCloseable {
    private final byte[] value;
    private volatile boolean closed;

    private SecretBytes(byte[] value) {
        this.value = value;
    }

    /** Takes a copy; the caller still has to clear its own array. */
    public static SecretBytes copyOf(byte[] value) {
        return new SecretBytes(value.clone());
    }

    /**
     * Reads hex digits of either case.
     *
     * @throws IllegalArgumentException when the text is not hex; the text is not repeated in the message
     */
    public static SecretBytes ofHex(String hex) {
        return new SecretBytes(Hex.secret(hex));
    }

    /** A copy of the content, for the caller to clear. */
    public byte[] bytes() {
        if (closed) {
            throw new IllegalStateException("secret used after it was cleared");
        }
        return value.clone();
    }

    public int length() {
        return value.length;
    }

    /** Upper-case hex, for documents that are encrypted as a whole. */
    public String hex() {
        byte[] copy = bytes();
        try {
            return HexFormat.of().withUpperCase().formatHex(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(value, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes that && MessageDigest.isEqual(value, that.value);
    }

    /** The length: a hash of the content would be a fingerprint of it. */
    @Override
    public int hashCode() {
        return value.length;
    }

    @Override
    public String toString() {
        return "***(" + value.length + " bytes)";
    }
}
