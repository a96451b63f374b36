package io.tillgate.payments.iso8583.codec;

import java.util.SortedMap;

/**
 * One host's ISO 8583: how it writes fields and which messages it takes for what. Built only by {@link Dialects}, which
 * checks the file.
 */
public final class Dialect {
    private final String name;
    private final Content mti;
    private final BitmapFormat bitmap;
    private final int bitmaps;
    private final Envelope envelope;
    private final Framing framing;
    private final SortedMap<Integer, FieldSpec> fields;
    private final Usage usage;

    Dialect(String name, Layout layout, SortedMap<Integer, FieldSpec> fields, Usage usage) {
        this.name = name;
        this.mti = layout.mti();
        this.bitmap = layout.bitmap();
        this.bitmaps = layout.bitmaps();
        this.envelope = layout.envelope();
        this.framing = layout.framing();
        this.fields = fields;
        this.usage = usage;
    }

    /**
     * How the message as a whole is written.
     *
     * @param bitmaps 1 to 3; with 3, bit 65 announces a third bitmap behind the second
     */
    record Layout(Content mti, BitmapFormat bitmap, int bitmaps, Envelope envelope, Framing framing) {
        Layout {
            if (bitmaps < 1 || bitmaps > 3) {
                throw new IllegalArgumentException("one to three bitmaps");
            }
            if (mti != Content.ASCII && mti != Content.EBCDIC && mti != Content.BCD) {
                throw new IllegalArgumentException("the message type is ascii, ebcdic or bcd");
            }
        }
    }

    public String name() {
        return name;
    }

    public Framing framing() {
        return framing;
    }

    public Usage usage() {
        return usage;
    }

    /** Whether this dialect can carry the field at all. */
    public boolean knows(int field) {
        return fields.containsKey(field);
    }

    Content mti() {
        return mti;
    }

    BitmapFormat bitmap() {
        return bitmap;
    }

    int bitmaps() {
        return bitmaps;
    }

    Envelope envelope() {
        return envelope;
    }

    SortedMap<Integer, FieldSpec> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return "dialect " + name;
    }
}
