package io.tillgate.platform.crypto.dukpt;

/** ANSI X9.24-3:2017, 6.3.2, table of key usage indicators: what a derived key may do. */
public enum AesKeyUsage {
    KEY_ENCRYPTION(0x0002),
    PIN_ENCRYPTION(0x1000),
    /** Request side of a message authentication code. */
    MAC_GENERATION(0x2000),
    /** Response side. */
    MAC_VERIFICATION(0x2001),
    MAC_BOTH_WAYS(0x2002),
    /** Request side of enciphered data. */
    DATA_ENCRYPTION(0x3000),
    /** Response side. */
    DATA_DECRYPTION(0x3001),
    DATA_BOTH_WAYS(0x3002),
    KEY_DERIVATION(0x8000),
    KEY_DERIVATION_INITIAL_KEY(0x8001);

    private final int indicator;

    AesKeyUsage(int indicator) {
        this.indicator = indicator;
    }

    int indicator() {
        return indicator;
    }
}
