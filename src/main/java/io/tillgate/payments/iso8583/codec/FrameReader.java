package io.tillgate.payments.iso8583.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a byte stream into payloads, whatever pieces it arrives in. Empty frames are keep-alives of some hosts and are
 * skipped. Holds at most one incomplete frame. Not for use by two threads at once.
 */
public final class FrameReader {
    private final Framing framing;
    private byte[] rest = new byte[0];

    public FrameReader(Framing framing) {
        this.framing = framing;
    }

    /** The payloads that this piece completes.
     *
     * @throws MessageFormatException when a length is impossible: the stream cannot be trusted any more */
    public List<byte[]> feed(byte[] piece) {
        byte[] buffer = Arrays.copyOf(rest, rest.length + piece.length);
        System.arraycopy(piece, 0, buffer, rest.length, piece.length);
        List<byte[]> payloads = new ArrayList<>();
        int at = 0;
        while (buffer.length - at >= framing.bytes()) {
            int length = framing.length(buffer, at);
            int end = at + framing.bytes() + length;
            if (end > buffer.length) {
                break;
            }
            if (length > 0) {
                payloads.add(Arrays.copyOfRange(buffer, at + framing.bytes(), end));
            }
            at = end;
        }
        rest = Arrays.copyOfRange(buffer, at, buffer.length);
        return payloads;
    }
}
