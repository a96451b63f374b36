package io.tillgate.terminals.est;

import io.tillgate.terminals.authority.CertifiedTerminal;
import io.tillgate.terminals.authority.Intermediates;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The certificate that came with the TLS connection, already verified against the root. */
final class ClientCertificates {
    private ClientCertificates() {}

    static Optional<CertifiedTerminal> of(HttpServerRequest request, Intermediates intermediates) {
        if (request.sslSession() == null) {
            return Optional.empty();
        }
        try {
            return CertifiedTerminal.of(
                    intermediates.complete(request.sslSession().getPeerCertificates()));
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
