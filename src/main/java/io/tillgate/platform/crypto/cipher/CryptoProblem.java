package io.tillgate.platform.crypto.cipher;

import io.tillgate.shared.ProblemCode;

/** Why the security module refuses what a terminal or host sent. No message repeats any of it. */
public enum CryptoProblem implements ProblemCode {
    /** The key serial number is malformed, its counter is zero, has too many one bits, or lies past the end. */
    KSN_INVALID,
    /** The ciphertext has the wrong length, or does not end with the padding that the key should reveal. */
    CIPHERTEXT_INVALID,
    /** The PIN block does not follow its format under this key and card number. */
    PIN_BLOCK_INVALID,
    /** The key has the wrong length for its algorithm, or was wrapped for another tenant or purpose. */
    KEY_INVALID;

    @Override
    public Category category() {
        return Category.INVALID;
    }
}
