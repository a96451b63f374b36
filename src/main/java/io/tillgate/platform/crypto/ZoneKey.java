package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.pin.PinBlockFormat;

/**
 * A key shared with one card host, wrapped by the security module for one tenant and one purpose. May be stored.
 *
 * @param wrapped an envelope; opens for no other tenant and no other purpose
 */
public record ZoneKey(Purpose purpose, SecretBytes wrapped) {
    /** What a zone key may do; one key has one purpose. */
    public enum Purpose {
        /** PIN encryption under TDEA, 16 or 24 bytes; blocks of format 0. */
        PIN_TDEA,
        /** PIN encryption under AES, 16, 24 or 32 bytes; blocks of format 4. */
        PIN_AES,
        /** Message authentication under any algorithm; 16, 24 or 32 bytes. */
        MAC;

        boolean accepts(int bytes) {
            return switch (this) {
                case PIN_TDEA -> bytes == 16 || bytes == 24;
                case PIN_AES, MAC -> bytes == 16 || bytes == 24 || bytes == 32;
            };
        }

        PinBlockFormat pinBlockFormat() {
            return switch (this) {
                case PIN_TDEA -> PinBlockFormat.FORMAT_0;
                case PIN_AES -> PinBlockFormat.FORMAT_4;
                case MAC -> throw new IllegalArgumentException("a MAC key enciphers no PIN");
            };
        }
    }
}
