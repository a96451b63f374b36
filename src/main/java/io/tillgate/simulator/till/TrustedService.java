package io.tillgate.simulator.till;

import io.tillgate.simulator.till.Enrolment.Enrolled;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The service as a terminal trusts it: by the CA whose fingerprint stands beside the activation code, and nothing else. */
public final class TrustedService {
    private static final char[] PASSWORD = "in-memory".toCharArray();

    private final TrustManagerFactory trust;
    private final @Nullable InetAddress source;

    private TrustedService(TrustManagerFactory trust, @Nullable InetAddress source) {
        this.trust = trust;
        this.source = source;
    }

    /** The same, asked from this address of the machine: the service counts attempts by source. */
    public TrustedService from(InetAddress address) {
        return new TrustedService(trust, address);
    }

    public static TrustedService byCa(Path caPem) {
        try (InputStream in = Files.newInputStream(caPem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int i = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + i++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return new TrustedService(factory, null);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException("cannot read the CA at " + caPem, unreadable);
        }
    }

    public TrustManagerFactory trust() {
        return trust;
    }

    /** Without a certificate of its own. */
    public HttpClient client() {
        return client(context(null));
    }

    /** With the terminal's certificate. */
    public HttpClient client(Enrolled enrolled) {
        return client(context(keys(enrolled)));
    }

    KeyManagerFactory keys(Enrolled enrolled) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(enrolled.keyStore(PASSWORD), PASSWORD);
            return factory;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SSLContext context(@Nullable KeyManagerFactory keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .sslContext(context)
                .localAddress(source)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }
}
