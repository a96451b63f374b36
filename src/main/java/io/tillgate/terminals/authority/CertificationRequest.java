package io.tillgate.terminals.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A PKCS#10 request as it comes over EST: base64 DER (RFC 8951). Only the key is taken from it; subject, attributes and
 * extensions are ignored. The key must be EC on P-256 or P-384, and the request signed with it.
 */
public sealed interface CertificationRequest {
    int BODY_LENGTH_MAX = 8_192;

    /** @param key proven to be in the hands of whoever made the request */
    record Proven(PublicKey key) implements CertificationRequest {}

    /** @param reason one plain sentence for the maker of the terminal */
    record Unfit(String reason) implements CertificationRequest {}

    static CertificationRequest read(byte[] body) {
        if (body.length > BODY_LENGTH_MAX) {
            return new Unfit("the request is larger than " + BODY_LENGTH_MAX + " bytes");
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(withoutArmour(new String(body, StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            return new Unfit("the body is not base64");
        }
        if (der.length == 0) {
            return new Unfit("the body is empty");
        }
        try {
            return judge(new JcaPKCS10CertificationRequest(der));
        } catch (IOException | RuntimeException e) {
            return new Unfit("the body is not a PKCS#10 request");
        }
    }

    private static CertificationRequest judge(JcaPKCS10CertificationRequest request) {
        AlgorithmIdentifier algorithm = request.getSubjectPublicKeyInfo().getAlgorithm();
        if (!X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())) {
            return new Unfit("the key must be EC on P-256 or P-384; this one is not EC");
        }
        Set<ASN1ObjectIdentifier> curves = Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1);
        if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier curve) || !curves.contains(curve)) {
            return new Unfit("the key must be EC on P-256 or P-384, by name of the curve");
        }
        try {
            PublicKey key = request.getPublicKey();
            boolean signed = request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
            return signed ? new Proven(key) : new Unfit("the request is not signed with its own key");
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException | RuntimeException e) {
            return new Unfit("the request's signature cannot be checked");
        }
    }

    /** Some clients send PEM where RFC 7030 wants bare base64; both say the same. */
    private static String withoutArmour(String text) {
        return text.replaceAll("-----(BEGIN|END) (NEW )?CERTIFICATE REQUEST-----", "")
                .strip();
    }
}
