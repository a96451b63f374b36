package io.tillgate.payments.iso8583.codec;

/**
 * What stands between the frame's length and the message type: the transport address of a terminal line (TPDU, 5 bytes)
 * and a header of the host's own. Both travel as given; an answer usually mirrors them.
 *
 * @param lengthBytes bytes of TPDU and header together
 * @param standard what we send when a message brings none, upper-case hexadecimal of that length
 */
record Envelope(int lengthBytes, String standard) {
    static final Envelope NONE = new Envelope(0, "");

    Envelope {
        if (standard.length() != lengthBytes * 2 || !standard.matches("[0-9A-F]*")) {
            throw new IllegalArgumentException("envelope is not upper-case hexadecimal of its length");
        }
    }
}
