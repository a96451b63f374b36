package io.tillgate.payments.iso8583.codec;

import java.util.SortedMap;

/** What a composite field holds inside its own length. */
sealed interface Subfields {
    /**
     * A bitmap, then the subfields it announces; optionally one fixed field in front, kept as subfield 0.
     *
     * @param bitmapBytes 4 or 8
     */
    record Announced(BitmapFormat bitmap, int bitmapBytes, SortedMap<Integer, FieldSpec> fields) implements Subfields {}

    /**
     * BER-TLV (ISO/IEC 8825-1), tags as upper-case hexadecimal, in the order of the wire.
     *
     * @param text whether values are printable text instead of bytes
     */
    record Tagged(boolean text) implements Subfields {}
}
