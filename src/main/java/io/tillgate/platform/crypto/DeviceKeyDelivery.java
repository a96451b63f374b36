package io.tillgate.platform.crypto;

import java.security.interfaces.ECPublicKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Sends a secret to one device: JWE in compact form (RFC 7516), ECDH-ES+A256KW and A256GCM (RFC 7518), to the public key
 * of the device's certificate. Each call makes a fresh ephemeral key, so two deliveries of one secret differ.
 */
public final class DeviceKeyDelivery {
    private DeviceKeyDelivery() {}

    /** The initial key as {@code {"scheme","algorithm","initialKeyId","initialKey"}}. */
    public static String toDevice(ECPublicKey device, DukptInitialKey key) {
        return toDevice(device, key.json());
    }

    /**
     * Encrypts a document to one device.
     *
     * @param json what the device will read
     */
    public static String toDevice(ECPublicKey device, String json) {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW));
        jwe.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.ECDH_ES_A256KW);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setContentTypeHeaderValue("application/json");
        jwe.setPayload(json);
        jwe.setKey(device);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException("the device's public key cannot be used for ECDH-ES", e);
        }
    }
}
