package io.tillgate.platform.crypto.dukpt;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.shared.Refusal;

/** A key serial number: names one device's initial key and one transaction of it. Not secret. */
public sealed interface Ksn permits AesKsn, TdesKsn {
    DukptScheme scheme();

    /** Upper-case hex: 24 digits for AES, 20 for TDES. */
    String hex();

    /**
     * Reads hex digits of either case.
     *
     * @throws Refusal {@code KSN_INVALID}
     */
    static Ksn parse(DukptScheme scheme, String hex) {
        return switch (scheme) {
            case AES -> AesKsn.of(digits(hex, AesKsn.BYTES));
            case TDES -> TdesKsn.of(digits(hex, TdesKsn.BYTES));
        };
    }

    /** Tells the scheme by the length: 12 bytes are AES, 10 bytes TDES. */
    static Ksn parse(String hex) {
        return parse(hex.length() == 2 * TdesKsn.BYTES ? DukptScheme.TDES : DukptScheme.AES, hex);
    }

    private static byte[] digits(String hex, int bytes) {
        if (hex.length() != 2 * bytes) {
            throw new Refusal(CryptoProblem.KSN_INVALID, "the KSN must have " + 2 * bytes + " hex digits");
        }
        try {
            return Hex.secret(hex);
        } catch (IllegalArgumentException notHex) {
            throw new Refusal(CryptoProblem.KSN_INVALID, "the KSN must have " + 2 * bytes + " hex digits");
        }
    }
}
