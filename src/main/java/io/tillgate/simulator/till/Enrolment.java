package io.tillgate.simulator.till;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * EST (RFC 7030) from the terminal's side, over a connection that it has verified against the service's CA.
 */
public final class Enrolment {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI device;
    private final String tenant;
    private final TrustedService service;

    public Enrolment(URI device, String tenant, TrustedService service) {
        this.device = device;
        this.tenant = tenant;
        this.service = service;
    }

    /** What a person types into a terminal. */
    public record Activation(String merchantNumber, String terminalNumber, String code) {}

    /** @throws EstRefused when the service says no */
    public Enrolled enrol(DeviceKey key, Activation activation) {
        String user = activation.merchantNumber() + "." + activation.terminalNumber();
        String basic =
                Base64.getEncoder().encodeToString((user + ":" + activation.code()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = post("simpleenroll", key.certificationRequest())
                .header("Authorization", "Basic " + basic)
                .build();
        return enrolled(send(service.client(), request), key);
    }

    /** With the present certificate, for a new key. */
    public Enrolled renew(Enrolled present, DeviceKey next) {
        HttpRequest request =
                post("simplereenroll", next.certificationRequest()).build();
        return enrolled(send(service.client(present), request), next);
    }

    /** A certificate with its chain, and the id that the service gave this terminal. */
    public record Enrolled(UUID terminalId, DeviceKey key, List<X509Certificate> chain) {
        KeyStore keyStore(char[] password) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("till", key.pair().getPrivate(), password, chain.toArray(new X509Certificate[0]));
                return store;
            } catch (java.security.GeneralSecurityException | IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** The service's no, with its status and words. */
    public static final class EstRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        EstRefused(int status, String words) {
            super("EST answered " + status + ": " + words);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private HttpRequest.Builder post(String operation, String body) {
        return HttpRequest.newBuilder(device.resolve("/.well-known/est/" + tenant + "/" + operation))
                .timeout(PATIENCE)
                .header("Content-Type", "application/pkcs10")
                .header("Content-Transfer-Encoding", "base64")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new EstRefused(response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private Enrolled enrolled(String certsOnly, DeviceKey key) {
        List<X509Certificate> certificates = certificates(certsOnly);
        X509Certificate own = certificates.stream()
                .filter(certificate ->
                        certificate.getPublicKey().equals(key.pair().getPublic()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the answer holds no certificate for this key"));
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        certificates.stream()
                .filter(issuer -> issuer.getSubjectX500Principal().equals(own.getIssuerX500Principal()))
                .findFirst()
                .or(() -> authorities().stream()
                        .filter(issuer -> issuer.getSubjectX500Principal().equals(own.getIssuerX500Principal()))
                        .findFirst())
                .ifPresent(chain::add);
        return new Enrolled(terminalId(own), key, List.copyOf(chain));
    }

    private List<X509Certificate> authorities() {
        HttpRequest request = HttpRequest.newBuilder(device.resolve("/.well-known/est/" + tenant + "/cacerts"))
                .timeout(PATIENCE)
                .build();
        return certificates(send(service.client(), request));
    }

    private static List<X509Certificate> certificates(String base64) {
        byte[] der = Base64.getMimeDecoder().decode(base64);
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new java.io.ByteArrayInputStream(der))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException unreadable) {
            throw new IllegalStateException("the answer is not a certs-only message", unreadable);
        }
    }

    private static UUID terminalId(X509Certificate certificate) {
        try {
            return certificate.getSubjectAlternativeNames().stream()
                    .map(name -> name.get(1).toString())
                    .filter(name -> name.startsWith("urn:tillgate:terminal:"))
                    .map(name -> UUID.fromString(name.substring("urn:tillgate:terminal:".length())))
                    .findFirst()
                    .orElseThrow();
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
