package io.tillgate.payments.card.emv;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One EMV data object: a tag with a value, or a template with objects inside. Immutable; prints tag and length only,
 * since a value may be a card number.
 */
public final class Tlv {
    private final int tag;
    private final byte[] value;
    private final List<Tlv> children;

    private Tlv(int tag, byte[] value, List<Tlv> children) {
        if (!TlvTag.wellFormed(tag)) {
            throw new IllegalArgumentException("not a BER tag: " + TlvTag.text(tag));
        }
        this.tag = tag;
        this.value = value;
        this.children = children;
    }

    /**
     * An object with a value, of which a copy is taken.
     *
     * @param tag the tag's bytes as a number, for example {@code 0x9F02}
     */
    public static Tlv of(int tag, byte[] value) {
        if (TlvTag.constructed(tag) && !TlvTag.proprietary(tag)) {
            throw new IllegalArgumentException("a template holds objects, not bytes: " + TlvTag.text(tag));
        }
        return new Tlv(tag, value.clone(), List.of());
    }

    public static Tlv template(int tag, List<Tlv> children) {
        if (!TlvTag.constructed(tag)) {
            throw new IllegalArgumentException("not the tag of a template: " + TlvTag.text(tag));
        }
        return new Tlv(tag, TlvCodec.encode(children), List.copyOf(children));
    }

    public int tag() {
        return tag;
    }

    /** Upper-case hex of the tag. */
    public String tagText() {
        return TlvTag.text(tag);
    }

    /** A copy of the value; for a template its objects, encoded without padding. */
    public byte[] value() {
        return value.clone();
    }

    public int length() {
        return value.length;
    }

    /** The objects of a template; empty for anything else. */
    public List<Tlv> children() {
        return children;
    }

    /** This object and all objects in it, depth first. */
    public Stream<Tlv> everything() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Tlv::everything));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tlv that
                && tag == that.tag
                && children.equals(that.children)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return tagText() + "(" + value.length + " bytes)";
    }
}
