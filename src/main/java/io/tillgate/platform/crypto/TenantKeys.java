package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key hierarchy of the software module: each key is HKDF-SHA-256 (RFC 5869) of the master key, with its purpose and
 * tenant as {@code info}. Nothing is cached: deriving costs microseconds and leaves nothing to steal.
 */
final class TenantKeys {
    static final int MASTER_KEY_BYTES = 32;
    private static final byte[] SALT = "tillgate/master/v1".getBytes(StandardCharsets.US_ASCII);

    private final SecretBytes masterKey;

    TenantKeys(SecretBytes masterKey) {
        if (masterKey.length() != MASTER_KEY_BYTES) {
            throw new IllegalArgumentException("the master key must have 32 bytes (64 hex digits)");
        }
        this.masterKey = masterKey;
    }

    /** For the caller to clear. */
    byte[] of(TenantId tenant, String purpose, int bytes) {
        return derive("tenant/" + tenant + "/" + purpose, bytes);
    }

    /** For the caller to clear. */
    byte[] shared(String label, int bytes) {
        return derive("shared/" + label, bytes);
    }

    private byte[] derive(String info, int bytes) {
        byte[] master = masterKey.bytes();
        try {
            HKDFParameterSpec parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(master)
                    .addSalt(SALT)
                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), bytes);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime lacks HKDF-SHA256", e);
        } finally {
            Arrays.fill(master, (byte) 0);
        }
    }
}
