package io.tillgate.payments.card.emv;

import io.tillgate.payments.card.CardProblem;
import io.tillgate.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * BER-TLV by EMV 4.3 Book 3, Annex B: tags of up to four bytes, definite lengths of up to two bytes behind 81 or 82, zero
 * bytes between objects as padding. At most {@value #BYTES_MAX} bytes, {@value #DEPTH_MAX} levels and
 * {@value #OBJECTS_MAX} objects. Whatever does not fit is refused with {@code EMV_UNREADABLE} and the offset, without
 * the bytes.
 *
 * <p>A constructed tag of the private class holds what its maker likes: if that is no BER-TLV it stays a plain value.
 */
public final class TlvCodec {
    public static final int BYTES_MAX = 8192;
    public static final int DEPTH_MAX = 8;
    public static final int OBJECTS_MAX = 512;

    private final byte[] bytes;
    private int objects;
    private boolean outOfBounds;

    private TlvCodec(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads all objects, templates with what is inside.
     *
     * @throws Refusal {@code EMV_UNREADABLE}, nothing else for any input
     */
    public static List<Tlv> parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new Refusal(CardProblem.EMV_UNREADABLE, "EMV data is longer than " + BYTES_MAX + " bytes");
        }
        return new TlvCodec(bytes).objects(0, bytes.length, 1);
    }

    /** Encodes objects one after the other with the shortest lengths. */
    public static byte[] encode(List<Tlv> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Tlv object : objects) {
            writeNumber(out, object.tag(), TlvTag.length(object.tag()));
            writeLength(out, object.length());
            out.writeBytes(object.value());
        }
        return out.toByteArray();
    }

    private List<Tlv> objects(int from, int end, int depth) {
        if (depth > DEPTH_MAX) {
            outOfBounds = true;
            throw refused("templates are nested deeper than " + DEPTH_MAX, from);
        }
        List<Tlv> found = new ArrayList<>();
        int at = from;
        while (at < end) {
            if (bytes[at] == 0) {
                at++;
                continue;
            }
            Head head = head(at, end);
            found.add(object(head, depth));
            at = head.valueEnd();
        }
        return found;
    }

    private Tlv object(Head head, int depth) {
        if (++objects > OBJECTS_MAX) {
            outOfBounds = true;
            throw refused("there are more than " + OBJECTS_MAX + " objects", head.valueFrom());
        }
        if (!TlvTag.constructed(head.tag())) {
            return Tlv.of(head.tag(), value(head));
        }
        if (!TlvTag.proprietary(head.tag())) {
            return Tlv.template(head.tag(), objects(head.valueFrom(), head.valueEnd(), depth + 1));
        }
        try {
            return Tlv.template(head.tag(), objects(head.valueFrom(), head.valueEnd(), depth + 1));
        } catch (Refusal notTlv) {
            if (outOfBounds) {
                throw notTlv;
            }
            return Tlv.of(head.tag(), value(head));
        }
    }

    private byte[] value(Head head) {
        return Arrays.copyOfRange(bytes, head.valueFrom(), head.valueEnd());
    }

    private Head head(int start, int end) {
        int at = start;
        int tag = octet(at++, end);
        if (TlvTag.continues(tag)) {
            int next;
            do {
                if (at - start == TlvTag.BYTES_MAX) {
                    throw refused("a tag is longer than " + TlvTag.BYTES_MAX + " bytes", start);
                }
                next = octet(at++, end);
                tag = tag << 8 | next;
            } while ((next & 0x80) != 0);
        }
        int length = octet(at++, end);
        if (length > 0x7F) {
            int count = length - 0x80;
            if (count == 0 || count > 2) {
                throw refused("a length is indefinite or longer than two bytes", at - 1);
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | octet(at++, end);
            }
        }
        if (length > end - at) {
            throw refused("a value is longer than what is left", at);
        }
        return new Head(tag, at, at + length);
    }

    private int octet(int at, int end) {
        if (at >= end) {
            throw refused("the data ends inside a tag or length", at);
        }
        return bytes[at] & 0xFF;
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else if (length < 0x10000) {
            out.write(0x82);
            writeNumber(out, length, 2);
        } else {
            throw new IllegalArgumentException("a value is longer than 65535 bytes");
        }
    }

    private static void writeNumber(ByteArrayOutputStream out, int number, int count) {
        for (int i = count - 1; i >= 0; i--) {
            out.write(number >>> (8 * i));
        }
    }

    private static Refusal refused(String detail, int offset) {
        return new Refusal(CardProblem.EMV_UNREADABLE, "EMV data at byte " + offset + ": " + detail);
    }

    private record Head(int tag, int valueFrom, int valueEnd) {}
}
