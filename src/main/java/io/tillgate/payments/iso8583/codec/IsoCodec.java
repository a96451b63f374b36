package io.tillgate.payments.iso8583.codec;

/**
 * Messages to payloads and back in one dialect. A payload is everything behind the frame's length: envelope, message type,
 * bitmaps, fields. {@code unpack(pack(m))} is {@code m}; {@code pack(unpack(b))} is {@code b} except for the spare half
 * byte of packed digits, which is always written as 0. Thread-safe.
 */
public final class IsoCodec {
    private final Dialect dialect;

    public IsoCodec(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The message as bytes.
     *
     * @throws MessageFormatException when a value does not fit its field or the dialect has no such field */
    public byte[] pack(IsoMessage message) {
        return new Packing(dialect).pack(message);
    }

    /** The bytes as message.
     *
     * @throws MessageFormatException and no other exception, whatever the bytes are */
    public IsoMessage unpack(byte[] payload) {
        return new Unpacking(dialect, payload).message();
    }
}
