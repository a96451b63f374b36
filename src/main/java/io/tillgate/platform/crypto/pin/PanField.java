package io.tillgate.platform.crypto.pin;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;

/** The account number field that binds a PIN block to its card, ISO 9564-1, 9.3. */
final class PanField {
    private static final int DIGITS = 12;
    private static final int PAN_MAX = 19;

    private PanField() {}

    /** Formats 0 and 3: four zeros, then the twelve rightmost digits without the check digit, zeros in front. */
    static byte[] ofFormat0(String pan) {
        requirePan(pan);
        byte[] field = new byte[16];
        int count = Math.min(DIGITS, pan.length() - 1);
        int from = pan.length() - 1 - count;
        for (int i = 0; i < count; i++) {
            field[field.length - count + i] = (byte) (pan.charAt(from + i) - '0');
        }
        return Nibbles.pack(field);
    }

    /**
     * Format 4: how many digits there are beyond twelve, the whole number (zeros in front up to twelve digits), zeros
     * behind.
     */
    static byte[] ofFormat4(String pan) {
        requirePan(pan);
        byte[] field = new byte[32];
        int missing = Math.max(0, DIGITS - pan.length());
        field[0] = (byte) (pan.length() + missing - DIGITS);
        for (int i = 0; i < pan.length(); i++) {
            field[1 + missing + i] = (byte) (pan.charAt(i) - '0');
        }
        return Nibbles.pack(field);
    }

    private static void requirePan(String pan) {
        boolean digits = pan.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || pan.length() < 2 || pan.length() > PAN_MAX) {
            throw new Refusal(CryptoProblem.PIN_BLOCK_INVALID, "the card number of a PIN block has at most 19 digits");
        }
    }
}
