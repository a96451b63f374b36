package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.SecretBytes;

/** When the software module may run, and with which key. Each refusal is one line that says what to set. */
final class SoftwareModulePolicy {
    static final String EMBEDDED = "embedded";

    private SoftwareModulePolicy() {}

    /**
     * Reads the key, if the module may run at all.
     *
     * @throws IllegalStateException when the module must not start; no key is in the message
     */
    static SecretBytes masterKey(CryptoSettings settings, boolean embedded) {
        boolean accepted = settings.softwareModule()
                .filter(CryptoSettings.ACCEPTED::equals)
                .isPresent();
        if (!embedded && !accepted) {
            throw new IllegalStateException(
                    "The software security module is for the embedded profile; to run it here on"
                            + " purpose set tillgate.crypto.software-module=accepted.");
        }
        String hex = settings.masterKey()
                .orElseThrow(() -> new IllegalStateException(
                        "tillgate.crypto.master-key is missing: set 64 hex digits from a secret."));
        try {
            SecretBytes key = SecretBytes.ofHex(hex.strip());
            if (key.length() == TenantKeys.MASTER_KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notHex) {
            // the same answer as for a wrong length, and without the cause: nothing of the key may be repeated
        }
        throw new IllegalStateException("tillgate.crypto.master-key must be 64 hex digits.");
    }

    static boolean warns(boolean embedded) {
        return !embedded;
    }
}
