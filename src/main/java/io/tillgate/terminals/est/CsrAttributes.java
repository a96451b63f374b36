package io.tillgate.terminals.est;

import java.io.IOException;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** RFC 7030, section 4.5.2: an EC key on P-256, signed with ECDSA and SHA-256. */
final class CsrAttributes {
    static final String BASE64 = write();

    private CsrAttributes() {}

    private static String write() {
        var key = new Attribute(X9ObjectIdentifiers.id_ecPublicKey, new DERSet(SECObjectIdentifiers.secp256r1));
        try {
            byte[] der =
                    new DERSequence(new ASN1Encodable[] {key, X9ObjectIdentifiers.ecdsa_with_SHA256}).getEncoded("DER");
            return Base64.getEncoder().encodeToString(der) + "\r\n";
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode attributes", e);
        }
    }
}
