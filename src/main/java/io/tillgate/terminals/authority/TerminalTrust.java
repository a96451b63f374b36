package io.tillgate.terminals.authority;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;

/**
 * Judges a terminal's chain during the TLS handshake: it must lead to the platform root (RFC 5280, section 6), be valid
 * now and be meant for clients. A terminal may leave its tenant's intermediate out: the service knows it. The root alone is
 * named as accepted issuer, so that nobody learns the names of the tenants. The library reports failed handshakes to
 * nobody, so each refusal is told to a listener.
 */
public final class TerminalTrust extends X509ExtendedTrustManager {
    private static final int CHAIN_LENGTH_MAX = 3;

    private final X509Certificate root;
    private final Intermediates intermediates;
    private final InstantSource clock;
    private final Consumer<String> refusals;

    public TerminalTrust(
            X509Certificate root, Intermediates intermediates, InstantSource clock, Consumer<String> refusals) {
        this.root = root;
        this.intermediates = intermediates;
        this.clock = clock;
        this.refusals = refusals;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {root};
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) throws CertificateException {
        X509Certificate[] chain = intermediates.complete(sent);
        if (chain.length < 2 || chain.length > CHAIN_LENGTH_MAX) {
            throw refuse("chain", null);
        }
        List<String> usages = chain[0].getExtendedKeyUsage();
        if (usages == null || !usages.contains(KeyPurposeId.id_kp_clientAuth.getId())) {
            throw refuse("usage", null);
        }
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false); // the allow-list of serials decides, right after the handshake
            parameters.setDate(Date.from(clock.instant()));
            var withoutRoot = Arrays.stream(chain).filter(c -> !c.equals(root)).toList();
            var path = CertificateFactory.getInstance("X.509").generateCertPath(withoutRoot);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (GeneralSecurityException e) {
            throw refuse("path", e);
        }
        if (CertifiedTerminal.of(chain).isEmpty()) {
            throw refuse("names", null);
        }
    }

    private CertificateException refuse(String why, @Nullable GeneralSecurityException cause) {
        refusals.accept(why);
        return new CertificateException("not a terminal of this platform", cause);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("terminals are never servers");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("terminals are never servers");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("terminals are never servers");
    }
}
