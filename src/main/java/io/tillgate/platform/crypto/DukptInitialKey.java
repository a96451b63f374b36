package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;

/** An AES-DUKPT initial key (AES-128) with its id; prints no key. */
public record DukptInitialKey(InitialKeyId id, SecretBytes key) {
    /** The document that a terminal gets inside a JWE; never written anywhere in the clear. */
    String json() {
        return "{\"scheme\":\"aes-dukpt\",\"algorithm\":\"AES-128\",\"initialKeyId\":\"" + id.hex()
                + "\",\"initialKey\":\"" + key.hex() + "\"}";
    }
}
