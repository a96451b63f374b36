package io.tillgate.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_client_that_trusts_the_authority_accepts_the_server() throws Exception {
        ServerCertificate files = at(NOW);

        X509Certificate server = server(files);
        PKIXParameters trust = new PKIXParameters(
                Set.of(new TrustAnchor(Pem.certificates(files.authority()).getFirst(), null)));
        trust.setRevocationEnabled(false);
        trust.setDate(Date.from(NOW));

        assertThat(CertPathValidator.getInstance("PKIX")
                        .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), trust))
                .isNotNull();
        assertThat(Certificates.names(server)).contains("localhost", "127.0.0.1", "::1");
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void the_next_start_keeps_both() throws Exception {
        X509Certificate first = server(at(NOW));

        assertThat(server(at(NOW.plus(Duration.ofDays(300))))).isEqualTo(first);
    }

    @Test
    void near_its_end_the_server_certificate_is_renewed_and_the_authority_stays() throws Exception {
        ServerCertificate files = at(NOW);
        X509Certificate first = server(files);
        X509Certificate authority = Pem.certificates(files.authority()).getFirst();

        ServerCertificate later = at(NOW.plus(Duration.ofDays(340)));

        assertThat(server(later)).isNotEqualTo(first);
        assertThat(Pem.certificates(later.authority()).getFirst()).isEqualTo(authority);
    }

    @Test
    void the_private_keys_are_for_their_owner_only() throws Exception {
        at(NOW);

        for (String key : List.of("ca.key", "server.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    private ServerCertificate at(Instant now) {
        return new ServerAuthority(directory, InstantSource.fixed(now)).certificate();
    }

    private static X509Certificate server(ServerCertificate files) throws Exception {
        return Pem.certificates(files.chain()).getFirst();
    }
}
