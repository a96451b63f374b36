package io.tillgate.payments.card.emv;

import java.util.Locale;

/** BER tags as numbers: the tag's bytes, highest first, at most four. EMV Book 3, Annex B1. */
final class TlvTag {
    static final int BYTES_MAX = 4;
    private static final int CLASS_PRIVATE = 0xC0;
    private static final int CONSTRUCTED = 0x20;
    private static final int MORE_BYTES = 0x1F;

    private TlvTag() {}

    static int length(int tag) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(tag) + 7) / 8);
    }

    static int firstByte(int tag) {
        return tag >>> (8 * (length(tag) - 1)) & 0xFF;
    }

    static boolean constructed(int tag) {
        return (firstByte(tag) & CONSTRUCTED) != 0;
    }

    /** Makers of terminals use this class as they like: a constructed tag of it may hold anything. */
    static boolean proprietary(int tag) {
        return (firstByte(tag) & CLASS_PRIVATE) == CLASS_PRIVATE;
    }

    static boolean continues(int firstByte) {
        return (firstByte & MORE_BYTES) == MORE_BYTES;
    }

    /** Whether the bytes of this number are one tag by the rules of BER. */
    static boolean wellFormed(int tag) {
        int length = length(tag);
        if (tag == 0 || continues(firstByte(tag)) != (length > 1)) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            boolean more = (tag >>> (8 * (length - 1 - i)) & 0x80) != 0;
            if (more != (i < length - 1)) {
                return false;
            }
        }
        return true;
    }

    static String text(int tag) {
        return String.format(Locale.ROOT, "%0" + 2 * length(tag) + "X", tag);
    }
}
