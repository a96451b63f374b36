package io.tillgate.terminals.authority;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.domain.TerminalUri;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The three kinds of certificates that the platform writes, after RFC 5280: its root, a tenant's intermediate, and a
 * terminal's. Keys of authorities are EC P-256; serial numbers are 159 random bits.
 */
public final class CertificateForms {
    public static final Duration TERMINAL_LIFETIME_MAX = Duration.ofDays(397);
    private static final Duration ROOT_LIFETIME = Duration.ofDays(20 * 365);
    private static final Duration TENANT_LIFETIME = Duration.ofDays(10 * 365);
    /** Clocks of terminals are often behind. */
    private static final Duration CLOCK_ALLOWANCE = Duration.ofMinutes(5);

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 159;

    private final SecureRandom random;

    public CertificateForms(SecureRandom random) {
        this.random = random;
    }

    public Authority root(Instant now) {
        KeyPair pair = newKeyPair();
        var form = new Form(
                new X500Principal("CN=Tillgate platform root,O=Tillgate"), pair.getPublic(), now, ROOT_LIFETIME);
        return new Authority(
                write(form, null, pair.getPrivate(), certificate -> {
                    certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
                    certificate.addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                }),
                pair.getPrivate());
    }

    /** An intermediate that may sign certificates of terminals only; its SAN names the tenant. */
    public Authority intermediate(Authority root, TenantId tenant, Instant now) {
        KeyPair pair = newKeyPair();
        var subject = new X500Principal("CN=Tillgate terminals " + tenant + ",O=Tillgate");
        var form = new Form(subject, pair.getPublic(), now, TENANT_LIFETIME);
        return new Authority(
                write(form, root.certificate(), root.key(), certificate -> {
                    certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                    certificate.addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                    certificate.addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
                    certificate.addExtension(Extension.subjectAlternativeName, false, uri(TerminalUri.of(tenant)));
                }),
                pair.getPrivate());
    }

    /** A terminal's certificate. Everything but the key is ours. */
    public X509Certificate terminal(Authority tenant, TerminalId terminal, PublicKey key, Validity validity) {
        var form = new Form(
                new X500Principal("CN=" + terminal + ",OU=terminal,O=Tillgate"),
                key,
                validity.from(),
                validity.lifetime());
        return write(form, tenant.certificate(), tenant.key(), certificate -> {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            certificate.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyAgreement));
            certificate.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            certificate.addExtension(Extension.subjectAlternativeName, false, uri(TerminalUri.of(terminal)));
        });
    }

    /** @param lifetime at most {@link #TERMINAL_LIFETIME_MAX} */
    public record Validity(Instant from, Duration lifetime) {
        public Validity {
            if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(TERMINAL_LIFETIME_MAX) > 0) {
                throw new IllegalArgumentException("a terminal's certificate lives between 0 and 397 days");
            }
        }
    }

    private record Form(X500Principal subject, PublicKey key, Instant from, Duration lifetime) {}

    private interface Extensions {
        void into(JcaX509v3CertificateBuilder certificate) throws CertIOException;
    }

    private X509Certificate write(
            Form form, @Nullable X509Certificate issuer, PrivateKey signingKey, Extensions extensions) {
        try {
            X500Principal issuerName = issuer == null ? form.subject() : issuer.getSubjectX500Principal();
            Instant from = form.from().truncatedTo(ChronoUnit.SECONDS);
            var certificate = new JcaX509v3CertificateBuilder(
                    issuerName,
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                    Date.from(from.minus(CLOCK_ALLOWANCE)),
                    Date.from(from.plus(form.lifetime())),
                    form.subject(),
                    form.key());
            var identifiers = new JcaX509ExtensionUtils();
            certificate.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(form.key()));
            if (issuer != null) {
                certificate.addExtension(
                        Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
            }
            extensions.into(certificate);
            var signer = new JcaContentSignerBuilder(SIGNATURE).build(signingKey);
            return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("cannot write a certificate", e);
        }
    }

    private static GeneralNames uri(String uri) {
        return new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
    }

    private KeyPair newKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no EC keys on this platform", e);
        }
    }
}
