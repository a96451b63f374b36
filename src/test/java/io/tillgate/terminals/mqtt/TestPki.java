package io.tillgate.terminals.mqtt;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.authority.Authority;
import io.tillgate.terminals.authority.CertificateForms;
import io.tillgate.terminals.authority.CertificateForms.Validity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A server certificate that its clients trust by itself, a platform root, tenants and terminals. */
final class TestPki {
    static final char[] PASSWORD = "changeit".toCharArray();
    private final CertificateForms forms = new CertificateForms(new SecureRandom());
    final Authority root = forms.root(Instant.now());
    private final KeyPair serverKey = pair();
    private final X509Certificate server = selfSigned(serverKey);

    Authority tenant(TenantId tenant) {
        return forms.intermediate(root, tenant, Instant.now());
    }

    static Authority foreignTenant(TenantId tenant) {
        var forms = new CertificateForms(new SecureRandom());
        return forms.intermediate(forms.root(Instant.now()), tenant, Instant.now());
    }

    record Device(X509Certificate certificate, KeyManagerFactory keys) {}

    Device device(Authority tenant, TerminalId terminal) {
        KeyPair pair = pair();
        var certificate =
                forms.terminal(tenant, terminal, pair.getPublic(), new Validity(Instant.now(), Duration.ofDays(90)));
        return new Device(certificate, keys(pair, certificate, tenant.certificate()));
    }

    KeyManagerFactory serverKeys() {
        return keys(serverKey, server);
    }

    TrustManagerFactory serverTrust() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("server", server);
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManagerFactory keys(KeyPair pair, X509Certificate... chain) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", pair.getPrivate(), PASSWORD, chain);
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, PASSWORD);
            return factory;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair) {
        try {
            var name = new X500Principal("CN=localhost");
            Instant now = Instant.now();
            var certificate = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plus(Duration.ofDays(2))),
                    name,
                    pair.getPublic());
            certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
