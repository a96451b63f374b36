package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import io.tillgate.shared.Refusal;

/** A PIN block as a terminal sent it, under the PIN encryption key of its KSN. Never stored; prints no block. */
public record EncipheredPin(PinBlockFormat format, Ksn ksn, SecretBytes block) {
    /**
     * Reads the three members of a terminal's message; the KSN's length tells its scheme.
     *
     * @throws Refusal {@code PIN_BLOCK_INVALID}, {@code KSN_INVALID}
     */
    public static EncipheredPin of(int format, String ksn, String block) {
        PinBlockFormat known = PinBlockFormat.of(format);
        Ksn parsed = Ksn.parse(ksn);
        try {
            return new EncipheredPin(known, parsed, SecretBytes.ofHex(block));
        } catch (IllegalArgumentException notHex) {
            throw new Refusal(CryptoProblem.PIN_BLOCK_INVALID, "the PIN block is not hex");
        }
    }
}
