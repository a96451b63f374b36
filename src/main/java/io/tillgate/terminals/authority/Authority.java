package io.tillgate.terminals.authority;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate authority with its key in hand. Lives as short as it can; the key is kept sealed. */
public record Authority(X509Certificate certificate, PrivateKey key) {
    @Override
    public String toString() {
        return "Authority[" + certificate.getSubjectX500Principal() + "]";
    }
}
