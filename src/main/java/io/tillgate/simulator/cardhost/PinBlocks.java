package io.tillgate.simulator.cardhost;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads field 52 as an issuer does: ISO 9564-1 format 0 under triple DES. The JDK's cipher and arithmetic of its own, so that
 * the service's translation is not checked by itself.
 */
final class PinBlocks {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final SecretKeySpec key;

    /** @param keyHex 32 or 48 hex digits: two or three keys of DES */
    PinBlocks(String keyHex) {
        byte[] given = HEX.parseHex(keyHex);
        if (given.length != 16 && given.length != 24) {
            throw new IllegalArgumentException("a PIN key has 32 or 48 hex digits");
        }
        byte[] three = Arrays.copyOf(given, 24);
        if (given.length == 16) {
            System.arraycopy(given, 0, three, 16, 8);
        }
        this.key = new SecretKeySpec(three, "DESede");
    }

    /** The PIN; empty when the block is not one of this key and card. */
    Optional<String> read(String blockHex, String card) {
        if (!blockHex.matches("[0-9A-F]{16}") || !card.matches("[0-9]{13,19}")) {
            return Optional.empty();
        }
        long field = Long.parseUnsignedLong(HEX.formatHex(deciphered(blockHex)), 16) ^ cardField(card);
        String nibbles = String.format(Locale.ROOT, "%016X", field);
        int length = Character.digit(nibbles.charAt(1), 16);
        boolean sound = nibbles.charAt(0) == '0'
                && length >= 4
                && length <= 12
                && nibbles.substring(2, 2 + length).matches("[0-9]+")
                && nibbles.substring(2 + length).matches("F+");
        return sound ? Optional.of(nibbles.substring(2, 2 + length)) : Optional.empty();
    }

    /** The twelve digits before the check digit. */
    private static long cardField(String card) {
        return Long.parseLong(card.substring(card.length() - 13, card.length() - 1), 16);
    }

    private byte[] deciphered(String blockHex) {
        try {
            Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(HEX.parseHex(blockHex));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
