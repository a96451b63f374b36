package io.tillgate.platform.crypto.cipher;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Padding of ISO/IEC 9797-1:2011, clause 6.3. */
public enum Iso9797Padding {
    /** 6.3.2: zero bytes up to a whole block, none if it is whole already. Cannot be removed unambiguously. */
    METHOD_1,
    /** 6.3.3: one byte 80, then zero bytes; always adds at least one byte. */
    METHOD_2,
    /** 6.3.4: a block with the length in bits in front, zero bytes behind. */
    METHOD_3;

    public byte[] pad(byte[] data, int blockBytes) {
        return switch (this) {
            case METHOD_1 -> Arrays.copyOf(data, whole(Math.max(data.length, 1), blockBytes));
            case METHOD_2 -> {
                byte[] out = Arrays.copyOf(data, whole(data.length + 1, blockBytes));
                out[data.length] = (byte) 0x80;
                yield out;
            }
            case METHOD_3 -> {
                byte[] body = data.length == 0 ? data : METHOD_1.pad(data, blockBytes);
                ByteBuffer out = ByteBuffer.allocate(blockBytes + body.length);
                out.putLong(blockBytes - Long.BYTES, data.length * 8L);
                yield out.put(blockBytes, body).array();
            }
        };
    }

    /**
     * Takes padding method 2 off again; every byte of the padding is checked.
     *
     * @return empty when the last block does not end with 80 and zero bytes
     */
    public static Optional<byte[]> removeMethod2(byte[] padded, int blockBytes) {
        if (padded.length == 0 || padded.length % blockBytes != 0) {
            return Optional.empty();
        }
        int at = padded.length - 1;
        int lowest = padded.length - blockBytes;
        while (at > lowest && padded[at] == 0) {
            at--;
        }
        return padded[at] == (byte) 0x80 ? Optional.of(Arrays.copyOf(padded, at)) : Optional.empty();
    }

    private static int whole(int length, int blockBytes) {
        return (length + blockBytes - 1) / blockBytes * blockBytes;
    }
}
