package io.tillgate.terminals.authority;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.domain.TerminalUri;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a verified chain says: the tenant by its issuer, the terminal by its own name. That both belong together, and
 * that the serial is still allowed, is for the records to say.
 *
 * @param serial lower-case hex without leading zeros
 */
public record CertifiedTerminal(TenantId tenant, TerminalId terminal, String serial, X509Certificate certificate) {
    private static final int SAN_URI = 6;

    /** Empty when the chain is not a terminal's certificate under a tenant's intermediate. */
    public static Optional<CertifiedTerminal> of(Certificate[] chain) {
        if (chain.length < 2
                || !(chain[0] instanceof X509Certificate leaf)
                || !(chain[1] instanceof X509Certificate issuer)) {
            return Optional.empty();
        }
        Optional<TerminalId> terminal = onlyUri(leaf).flatMap(TerminalUri::terminal);
        Optional<TenantId> tenant = onlyUri(issuer).flatMap(TerminalUri::tenant);
        return terminal.flatMap(t -> tenant.map(n -> new CertifiedTerminal(n, t, serialOf(leaf), leaf)));
    }

    public static String serialOf(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }

    private static Optional<String> onlyUri(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null || names.size() != 1) {
                return Optional.empty();
            }
            List<?> name = names.iterator().next();
            return name.get(0) instanceof Integer kind && kind == SAN_URI && name.get(1) instanceof String uri
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }
}
