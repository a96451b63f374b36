package io.tillgate.platform.crypto.dukpt;

/** ANSI X9.24-3:2017, 6.3.2, tables of algorithm indicators and key lengths: what kind of key is derived. */
public enum AesKeyType {
    TDES2(0x0000, 16),
    TDES3(0x0001, 24),
    AES128(0x0002, 16),
    AES192(0x0003, 24),
    AES256(0x0004, 32),
    HMAC128(0x0005, 16),
    HMAC192(0x0005, 24),
    HMAC256(0x0005, 32);

    private final int indicator;
    private final int bytes;

    AesKeyType(int indicator, int bytes) {
        this.indicator = indicator;
        this.bytes = bytes;
    }

    int indicator() {
        return indicator;
    }

    public int bytes() {
        return bytes;
    }

    /** The AES type of a derivation key with this many bytes. */
    static AesKeyType aesOf(int bytes) {
        return switch (bytes) {
            case 16 -> AES128;
            case 24 -> AES192;
            case 32 -> AES256;
            default -> throw new IllegalArgumentException("an AES key has 16, 24 or 32 bytes, not " + bytes);
        };
    }

    /** A key must not be derived from a weaker one (6.2). TDES keys are weaker than any AES key. */
    boolean mayComeFrom(AesKeyType derivation) {
        return switch (this) {
            case TDES2, TDES3 -> true;
            case AES128, AES192, AES256, HMAC128, HMAC192, HMAC256 -> bytes <= derivation.bytes;
        };
    }
}
