package io.tillgate.terminals.authority;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;

/** Certificates as EST hands them out: a degenerate PKCS#7 SignedData (RFC 7030, section 4.1.3), base64 in lines. */
public final class CertsOnly {
    private static final int LINE_LENGTH = 64;

    private CertsOnly() {}

    public static String of(List<X509Certificate> certificates) {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addCertificates(new JcaCertStore(certificates));
            byte[] der = generator.generate(new CMSAbsentContent(), false).getEncoded("DER");
            return Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\r', '\n'}).encodeToString(der) + "\r\n";
        } catch (CMSException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("cannot wrap certificates", e);
        }
    }
}
