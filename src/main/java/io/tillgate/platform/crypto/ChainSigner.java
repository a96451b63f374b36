package io.tillgate.platform.crypto;

import java.io.IOException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Ed25519 (RFC 8032) under a private key that is the 32-byte seed itself. */
final class ChainSigner {
    static final int SEED_BYTES = 32;

    private ChainSigner() {}

    static byte[] sign(byte[] seed, byte[] data) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(seed));
        signer.update(data, 0, data.length);
        return signer.generateSignature();
    }

    static boolean verify(byte[] seed, byte[] data, byte[] signature) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, publicKey(seed));
        signer.update(data, 0, data.length);
        return signature.length == 64 && signer.verifySignature(signature);
    }

    static byte[] subjectPublicKey(byte[] seed) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey(seed))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("an Ed25519 key cannot be encoded", e);
        }
    }

    private static Ed25519PublicKeyParameters publicKey(byte[] seed) {
        return new Ed25519PrivateKeyParameters(seed).generatePublicKey();
    }
}
