package io.tillgate.payments.iso8583.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The length in front of every message on a stream. It counts what follows it, not itself.
 *
 * @param form how the number travels
 * @param bytes its size: 2 or 4
 */
public record Framing(Form form, int bytes) {
    /** No message of ours comes near this; a longer length means that the stream is out of step. */
    public static final int PAYLOAD_BYTES_MAX = 8192;

    /** How the length travels. */
    public enum Form {
        BINARY,
        ASCII
    }

    public Framing {
        if (bytes != 2 && bytes != 4) {
            throw new IllegalArgumentException("a frame's length has two or four bytes");
        }
    }

    /** Length and payload, ready for the wire. */
    public byte[] frame(byte[] payload) {
        if (payload.length > PAYLOAD_BYTES_MAX || (form == Form.ASCII && bytes == 2 && payload.length > 99)) {
            throw new MessageFormatException("length", 0, "message too long for its frame");
        }
        byte[] framed = new byte[bytes + payload.length];
        System.arraycopy(prefix(payload.length), 0, framed, 0, bytes);
        System.arraycopy(payload, 0, framed, bytes, payload.length);
        return framed;
    }

    /** The payload's length told at {@code offset}. */
    int length(byte[] buffer, int offset) {
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            int unit = buffer[offset + i] & 0xFF;
            if (form == Form.ASCII && (unit < '0' || unit > '9')) {
                throw new MessageFormatException("length", offset, "not a number");
            }
            length = form == Form.ASCII ? length * 10 + unit - '0' : length << 8 | unit;
        }
        if (length < 0 || length > PAYLOAD_BYTES_MAX) {
            throw new MessageFormatException("length", offset, "longer than any message");
        }
        return length;
    }

    private byte[] prefix(int length) {
        if (form == Form.ASCII) {
            return String.format(Locale.ROOT, "%0" + bytes + "d", length).getBytes(StandardCharsets.US_ASCII);
        }
        byte[] prefix = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            prefix[bytes - 1 - i] = (byte) (length >>> (8 * i));
        }
        return prefix;
    }
}
