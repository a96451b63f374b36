package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.MacAlgorithm;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.crypto.dukpt.TdesKsn;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;

/**
 * What keys are used for. All keys belong to one tenant and never leave; a value made for one tenant is of no use with
 * another. Calls are short, safe from any thread, and change none of their arguments. Plain results belong to the
 * caller, who clears them.
 */
public interface SecurityModule {
    /** How this module keeps its keys, for health and start-up messages: {@code software}, {@code pkcs11}. */
    String kind();

    /**
     * Encrypts a value for storage: AES-256-GCM under a fresh data key, which is wrapped under the tenant's key.
     *
     * @param associated what the value belongs to (a row's id): needed again, byte for byte, to open it; not secret
     * @return a versioned envelope, {@value Envelope#OVERHEAD_BYTES} bytes longer than the plain value
     */
    byte[] seal(TenantId tenant, byte[] associated, byte[] plain);

    /**
     * Opens what {@link #seal} made.
     *
     * @throws SealBroken when a byte, the tenant or the associated data is not what it was
     */
    byte[] open(TenantId tenant, byte[] associated, byte[] sealed);

    /** A stable name for a secret value, HMAC-SHA-256 under the tenant's token key: 32 bytes. */
    byte[] token(TenantId tenant, byte[] value);

    /** An internal secret that all replicas agree on, such as a cookie key. Different labels are unrelated. */
    byte[] secret(String label, int bytes);

    /** The AES-DUKPT initial key (AES-128) of one device, from the tenant's BDK that the id names. */
    DukptInitialKey initialKey(TenantId tenant, InitialKeyId id);

    /** The TDES-DUKPT initial key of the device that the KSN names, for injection in a key room. */
    SecretBytes initialKey(TenantId tenant, TdesKsn device);

    /**
     * Deciphers what a terminal enciphered under the data-encryption request key of this KSN: CBC, zero initial vector,
     * ISO 9797-1 padding method 2, which is checked and taken off. AES-DUKPT uses an AES-128 data key.
     *
     * @throws Refusal {@code CIPHERTEXT_INVALID}
     */
    byte[] decryptRequest(TenantId tenant, Ksn ksn, byte[] ciphertext);

    /**
     * Turns a terminal's PIN block into one for a card host. The PIN is in the clear only inside this call.
     *
     * @param pan the whole card number, to which both blocks are bound
     * @throws Refusal {@code PIN_BLOCK_INVALID}, {@code KEY_INVALID}
     */
    byte[] translatePin(TenantId tenant, EncipheredPin pin, String pan, ZoneKey target);

    /**
     * Takes in a key that is shared with a card host.
     *
     * @throws Refusal {@code KEY_INVALID} when its length does not fit the purpose
     */
    ZoneKey wrap(TenantId tenant, ZoneKey.Purpose purpose, SecretBytes clear);

    /** A MAC under a zone key of purpose {@code MAC}, at full length. */
    byte[] mac(TenantId tenant, ZoneKey key, MacAlgorithm algorithm, byte[] message);

    /** An Ed25519 signature (RFC 8032) under the tenant's signing key: 64 bytes, the same for the same data. */
    byte[] sign(TenantId tenant, byte[] data);

    /** Whether {@link #sign} made this signature over this data for this tenant. */
    boolean verify(TenantId tenant, byte[] data, byte[] signature);

    /** The public half of the signing key as an X.509 SubjectPublicKeyInfo (RFC 8410), for auditors. */
    byte[] publicKey(TenantId tenant);
}
