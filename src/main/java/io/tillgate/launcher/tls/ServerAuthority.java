package io.tillgate.launcher.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;

/**
 * The authority of one installation (EC P-256, ten years) and the certificate it gives the listeners (one year, renewed at a
 * start within its last 30 days or when this machine has another name).
 *
 * @param directory holds the PEM files; made when missing
 * @param clock for the validity
 */
public record ServerAuthority(Path directory, InstantSource clock) {
    static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final String NAME = "Tillgate embedded server CA";

    /** The files, made or renewed as needed. */
    public ServerCertificate certificate() {
        try {
            Files.createDirectories(directory);
            if (!Files.exists(authority()) || !Files.exists(authorityKey())) {
                makeAuthority();
            }
            if (!isGood()) {
                makeServerCertificate();
            }
            return new ServerCertificate(chain(), key(), authority());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the server certificate in " + directory + " cannot be made", e);
        }
    }

    /** The names and addresses under which this machine is reached. */
    static List<String> names() {
        TreeSet<String> names = new TreeSet<>(List.of("localhost", "127.0.0.1", "::1"));
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (IOException _) {
            // a machine that does not know its name is reached as localhost
        }
        return List.copyOf(names);
    }

    private boolean isGood() throws IOException, GeneralSecurityException {
        if (!Files.exists(chain()) || !Files.exists(key())) {
            return false;
        }
        List<X509Certificate> certificates = Pem.certificates(chain());
        Instant renewal = certificates.getFirst().getNotAfter().toInstant().minus(RENEW_BEFORE);
        return clock.instant().isBefore(renewal)
                && certificates.getLast().equals(Pem.certificates(authority()).getFirst())
                && Certificates.names(certificates.getFirst()).containsAll(names());
    }

    private void makeAuthority() throws IOException, GeneralSecurityException {
        KeyPair pair = Certificates.newKeyPair();
        X509Certificate certificate = Certificates.selfSignedAuthority(NAME, pair, clock.instant());
        Pem.writePrivately(authorityKey(), pair.getPrivate());
        Pem.write(authority(), certificate);
    }

    private void makeServerCertificate() throws IOException, GeneralSecurityException {
        X509Certificate issuer = Pem.certificates(authority()).getFirst();
        KeyPair pair = Certificates.newKeyPair();
        X509Certificate certificate = Certificates.server(
                new Certificates.Issuer(issuer, Pem.privateKey(authorityKey())),
                pair.getPublic(),
                names(),
                clock.instant());
        Pem.writePrivately(key(), pair.getPrivate());
        Pem.write(chain(), certificate, issuer);
    }

    private Path authority() {
        return directory.resolve("ca.pem");
    }

    private Path authorityKey() {
        return directory.resolve("ca.key");
    }

    private Path chain() {
        return directory.resolve("server.pem");
    }

    private Path key() {
        return directory.resolve("server.key");
    }
}
