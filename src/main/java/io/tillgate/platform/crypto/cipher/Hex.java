package io.tillgate.platform.crypto.cipher;

import java.util.HexFormat;

/** Hex as it stands in messages: written in upper case, read in either case, never repeated in an error. */
public final class Hex {
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private Hex() {}

    public static String of(byte[] bytes) {
        return UPPER.formatHex(bytes);
    }

    /**
     * Reads hex whose content may be secret.
     *
     * @throws IllegalArgumentException when the text is not hex, without the text
     */
    public static byte[] secret(String hex) {
        if (hex.length() % 2 != 0 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("not an even number of hex digits (" + hex.length() + " characters)");
        }
        return UPPER.parseHex(hex);
    }
}
