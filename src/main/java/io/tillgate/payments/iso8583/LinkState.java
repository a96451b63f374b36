package io.tillgate.payments.iso8583;

/**
 * Where a connection is, and a link through its best connection.
 *
 * <pre>
 * DOWN        -> CONNECTING   back-off over
 * CONNECTING  -> SIGNING_ON   TCP connected
 * CONNECTING  -> DOWN         refused, timed out
 * SIGNING_ON  -> UP           sign-on answered with 00
 * SIGNING_ON  -> DOWN         refused, silent, connection lost
 * UP          -> DOWN         connection lost, echo silent, stream out of step
 * any         -> CLOSED       the link is closed
 * </pre>
 */
public enum LinkState {
    CLOSED,
    DOWN,
    CONNECTING,
    SIGNING_ON,
    UP
}
