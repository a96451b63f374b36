package io.tillgate.terminals.authority;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;

/**
 * The tenants' intermediates that this node knows, so that a terminal need not send its own with each handshake. In memory,
 * since a handshake waits for nothing; a name stands for one certificate, for good.
 */
public final class Intermediates {
    private final Map<X500Principal, X509Certificate> bySubject = new ConcurrentHashMap<>();

    public void add(X509Certificate intermediate) {
        bySubject.putIfAbsent(intermediate.getSubjectX500Principal(), intermediate);
    }

    /** The chain as it was sent, and behind a certificate that came alone its issuer, when that is known. Proves nothing. */
    public X509Certificate[] complete(X509Certificate[] sent) {
        if (sent.length != 1) {
            return sent;
        }
        X509Certificate issuer = bySubject.get(sent[0].getIssuerX500Principal());
        return issuer == null ? sent : new X509Certificate[] {sent[0], issuer};
    }

    /** As above, of what a TLS session says that its peer sent. */
    public Certificate[] complete(Certificate[] sent) {
        return sent.length == 1 && sent[0] instanceof X509Certificate alone
                ? complete(new X509Certificate[] {alone})
                : sent;
    }
}
