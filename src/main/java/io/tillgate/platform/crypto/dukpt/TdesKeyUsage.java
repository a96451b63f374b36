package io.tillgate.platform.crypto.dukpt;

/** ANSI X9.24-1:2009, table A-1: the variant constants that turn a transaction key into a working key. */
public enum TdesKeyUsage {
    PIN_ENCRYPTION(0x00000000000000FFL),
    MAC_REQUEST(0x000000000000FF00L),
    MAC_RESPONSE(0x00000000FF000000L),
    DATA_REQUEST(0x0000000000FF0000L),
    DATA_RESPONSE(0x000000FF00000000L);

    private final long variant;

    TdesKeyUsage(long variant) {
        this.variant = variant;
    }

    /** For each half of the key. */
    long variant() {
        return variant;
    }

    /** A.4.1: data keys pass once more through the one-way step, so that no variant of one key deciphers data. */
    boolean oneWay() {
        return switch (this) {
            case DATA_REQUEST, DATA_RESPONSE -> true;
            case PIN_ENCRYPTION, MAC_REQUEST, MAC_RESPONSE -> false;
        };
    }
}
