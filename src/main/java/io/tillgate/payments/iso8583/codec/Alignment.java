package io.tillgate.payments.iso8583.codec;

/** Where an odd number of digits sits in its bytes. On reading, the spare half byte may be 0 or F; on writing it is 0. */
public enum Alignment {
    /** Digits first, the spare half byte last: 071 is sent as 07 10. */
    LEFT,
    /** The spare half byte first: 071 is sent as 00 71. */
    RIGHT
}
