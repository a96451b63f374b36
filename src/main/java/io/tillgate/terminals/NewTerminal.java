package io.tillgate.terminals;

import java.time.Instant;

/** A terminal and what has to be typed into it, shown once. */
public record NewTerminal(Terminal terminal, Activation activation) {
    /**
     * @param code grouped, for people; nothing keeps it
     * @param caFingerprint SHA-256 of the server's authority, upper-case hex in pairs
     * @param qr the same and the addresses, as text and as an SVG picture
     */
    public record Activation(String code, Instant expiresAt, String caFingerprint, Qr qr) {
        /** A secret: never printed. */
        @Override
        public String toString() {
            return "Activation[****]";
        }
    }

    public record Qr(String text, String svg) {
        /** Holds the code: never printed. */
        @Override
        public String toString() {
            return "Qr[****]";
        }
    }
}
