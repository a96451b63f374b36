package io.tillgate.simulator.cardhost;

import java.io.IOException;

/** One dialect: payloads to messages and back. */
interface Wire {
    String name();

    /** The bytes as message.
     *
     * @throws IOException when the bytes are no message of this dialect */
    HostMessage read(byte[] payload) throws IOException;

    byte[] write(HostMessage message);

    /** Makes an answer unreadable without hiding whose it is: one byte of its processing code is spoilt. */
    byte[] garble(byte[] payload);
}
