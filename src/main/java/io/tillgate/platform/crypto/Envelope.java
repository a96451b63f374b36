package io.tillgate.platform.crypto;

import io.tillgate.shared.TenantId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The format of a sealed value: version (1 byte, value 1), wrapped data key (40 bytes, AES key wrap of RFC 3394 under the
 * tenant's 256-bit key), nonce (12 bytes), AES-256-GCM ciphertext with its tag of 16 bytes. Version, tenant id and the
 * caller's associated data are authenticated. Key wrap needs no nonce, so the number of values under one tenant key has
 * no practical bound; each data key serves one value.
 */
final class Envelope {
    private static final byte VERSION = 1;
    private static final int DATA_KEY_BYTES = 32;
    private static final int WRAPPED_BYTES = DATA_KEY_BYTES + 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    static final int OVERHEAD_BYTES = 1 + WRAPPED_BYTES + NONCE_BYTES + TAG_BYTES;

    private Envelope() {}

    static byte[] seal(byte[] tenantKey, byte[] bound, byte[] plain, SecureRandom random) {
        byte[] dataKey = new byte[DATA_KEY_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(dataKey);
        random.nextBytes(nonce);
        try {
            Cipher wrap = Cipher.getInstance("AES/KW/NoPadding");
            wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(tenantKey, "AES"));
            byte[] wrapped = wrap.wrap(new SecretKeySpec(dataKey, "AES"));
            Cipher gcm = gcm(Cipher.ENCRYPT_MODE, dataKey, nonce, bound);
            return ByteBuffer.allocate(OVERHEAD_BYTES + plain.length)
                    .put(VERSION)
                    .put(wrapped)
                    .put(nonce)
                    .put(gcm.doFinal(plain))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime lacks AES key wrap or AES-GCM", e);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    static byte[] open(byte[] tenantKey, byte[] bound, byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES || sealed[0] != VERSION) {
            throw new SealBroken();
        }
        int nonceAt = 1 + WRAPPED_BYTES;
        int cipherAt = nonceAt + NONCE_BYTES;
        byte[] dataKey = new byte[0];
        try {
            Cipher unwrap = Cipher.getInstance("AES/KW/NoPadding");
            unwrap.init(Cipher.UNWRAP_MODE, new SecretKeySpec(tenantKey, "AES"));
            dataKey = unwrap.unwrap(Arrays.copyOfRange(sealed, 1, nonceAt), "AES", Cipher.SECRET_KEY)
                    .getEncoded();
            byte[] nonce = Arrays.copyOfRange(sealed, nonceAt, cipherAt);
            return gcm(Cipher.DECRYPT_MODE, dataKey, nonce, bound).doFinal(sealed, cipherAt, sealed.length - cipherAt);
        } catch (GeneralSecurityException broken) {
            throw new SealBroken();
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** What is authenticated beside the value. Tenant and version have fixed lengths, so no two inputs collide. */
    static byte[] bound(TenantId tenant, byte[] associated) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + associated.length)
                .put(VERSION)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .put(associated)
                .array();
    }

    private static Cipher gcm(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
