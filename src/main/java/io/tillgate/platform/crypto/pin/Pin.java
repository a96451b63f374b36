package io.tillgate.platform.crypto.pin;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;
import java.util.Arrays;

/** ISO 9564-1, 8.1: four to twelve digits. Never printed, never stored; cleared when closed. */
public final class Pin implements AutoCloseable {
    static final int LENGTH_MIN = 4;
    static final int LENGTH_MAX = 12;

    private final byte[] digits;

    private Pin(byte[] digits) {
        this.digits = digits;
    }

    /** Takes a copy of the digits, each 0 to 9. */
    static Pin of(byte[] digits) {
        if (digits.length < LENGTH_MIN || digits.length > LENGTH_MAX) {
            throw new Refusal(CryptoProblem.PIN_BLOCK_INVALID, "a PIN has 4 to 12 digits");
        }
        for (byte digit : digits) {
            if (digit < 0 || digit > 9) {
                throw new Refusal(CryptoProblem.PIN_BLOCK_INVALID, "a PIN holds decimal digits only");
            }
        }
        return new Pin(digits.clone());
    }

    public static Pin of(CharSequence text) {
        byte[] digits = new byte[text.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (text.charAt(i) - '0');
        }
        try {
            return of(digits);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    int length() {
        return digits.length;
    }

    byte digit(int index) {
        return digits[index];
    }

    /** Whether these are the digits, compared without leaving early. */
    public boolean matches(CharSequence text) {
        int difference = text.length() ^ digits.length;
        for (int i = 0; i < digits.length; i++) {
            difference |= digits[i] ^ (i < text.length() ? text.charAt(i) - '0' : -1);
        }
        return difference == 0;
    }

    @Override
    public void close() {
        Arrays.fill(digits, (byte) 0);
    }

    @Override
    public String toString() {
        return "****";
    }
}
