package io.tillgate.terminals.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.shared.TerminalId;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.TrustedService;
import io.tillgate.tenancy.Tenant;
import io.tillgate.terminals.authority.Authority;
import io.tillgate.terminals.authority.CertificateForms;
import io.tillgate.terminals.authority.CertificateForms.Validity;
import io.tillgate.terminals.usecase.CertificateAuthorities;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates that must not open a door, held against both doors: renewal over EST and MQTT's CONNECT. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class ForeignCertificatesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** MQTT 3.1.1: not authorised. */
    private static final byte[] NOT_AUTHORISED = {0x20, 2, 0, 5};

    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};

    @Inject
    CertificateAuthorities authorities;

    private final CertificateForms forms = new CertificateForms(new SecureRandom());
    private final DeviceKey key = DeviceKey.generate();
    private OpenShop shop;
    private Enrolled own;

    @BeforeEach
    void an_enrolled_terminal() {
        shop = OpenShop.ofThisRun();
        JsonNode created = shop.newTerminal();
        own = shop.enrol(created);
    }

    @Test
    void its_own_certificate_opens_both_so_these_tests_can_fail() throws Exception {
        assertThat(connack(own)).isEqualTo(ACCEPTED);
        assertThat(renewal(own)).isEqualTo(200);
    }

    @Test
    void its_own_certificate_without_the_intermediate_opens_both() throws Exception {
        Enrolled alone =
                new Enrolled(own.terminalId(), own.key(), List.of(own.chain().getFirst()));

        assertThat(own.chain()).hasSize(2);
        assertThat(connack(alone)).isEqualTo(ACCEPTED);
        assertThat(renewal(alone)).isEqualTo(200);
    }

    @Test
    void one_of_another_tenant_for_the_same_terminal_is_refused() throws Exception {
        Enrolled other = issued("harbour", new Validity(Instant.now(), Duration.ofDays(90)));

        Enrolled alone =
                new Enrolled(own.terminalId(), key, List.of(other.chain().getFirst()));

        for (Enrolled shown : List.of(other, alone)) {
            assertThat(renewal(shown)).isEqualTo(401);
            assertThat(connack(shown)).isEqualTo(NOT_AUTHORISED);
        }
    }

    @Test
    void one_of_the_right_authority_that_is_not_on_the_list_is_refused() throws Exception {
        Enrolled unlisted = issued(OpenShop.TENANT, new Validity(Instant.now(), Duration.ofDays(90)));

        assertThat(renewal(unlisted)).isEqualTo(401);
        assertThat(connack(unlisted)).isEqualTo(NOT_AUTHORISED);
    }

    @Test
    void an_expired_one_does_not_come_through_the_handshake() {
        Enrolled expired =
                issued(OpenShop.TENANT, new Validity(Instant.now().minus(Duration.ofDays(10)), Duration.ofDays(1)));

        assertClosed(expired);
    }

    @Test
    void one_of_another_root_does_not_come_through_the_handshake() {
        Authority root = forms.root(Instant.now());
        Authority tenant = forms.intermediate(root, Tenant.idOf(OpenShop.TENANT), Instant.now());
        X509Certificate certificate = forms.terminal(
                tenant, terminal(), key.pair().getPublic(), new Validity(Instant.now(), Duration.ofDays(90)));

        assertClosed(new Enrolled(own.terminalId(), key, List.of(certificate, tenant.certificate())));
    }

    @Test
    void a_self_signed_one_does_not_come_through_the_handshake() {
        Authority itself = forms.root(Instant.now());

        assertClosed(new Enrolled(
                own.terminalId(),
                new DeviceKey(new java.security.KeyPair(itself.certificate().getPublicKey(), itself.key())),
                List.of(itself.certificate())));
    }

    @Test
    void a_revoked_one_is_refused_at_both_doors() throws Exception {
        shop.postAsOwner("/api/v1/terminals/" + own.terminalId() + "/revoke", OpenShop.json());

        assertThat(renewal(own)).isEqualTo(401);
        assertThat(connack(own)).isEqualTo(NOT_AUTHORISED);
    }

    @Test
    void after_a_renewal_old_and_new_open_and_after_a_new_activation_neither() throws Exception {
        Enrolled renewed = shop.enrolment().renew(own, key);
        assertThat(connack(own)).isEqualTo(ACCEPTED);
        assertThat(connack(renewed)).isEqualTo(ACCEPTED);

        JsonNode terminal = shop.asOwner("/api/v1/terminals/" + own.terminalId());
        JsonNode activation =
                shop.postAsOwner("/api/v1/terminals/" + own.terminalId() + "/activation-code", OpenShop.json());
        var both = OpenShop.json();
        both.set("terminal", terminal);
        both.set("activation", activation);
        Enrolled replaced = shop.enrol(both);

        assertThat(connack(replaced)).isEqualTo(ACCEPTED);
        assertThat(connack(own)).isEqualTo(NOT_AUTHORISED);
        assertThat(connack(renewed)).isEqualTo(NOT_AUTHORISED);
    }

    private TerminalId terminal() {
        return new TerminalId(own.terminalId());
    }

    private Enrolled issued(String tenant, Validity validity) {
        var id = Tenant.idOf(tenant);
        X509Certificate certificate = authorities
                .issue(id, terminal(), key.pair().getPublic(), validity)
                .await()
                .atMost(PATIENCE);
        X509Certificate issuer = authorities.chain(id).await().atMost(PATIENCE).getFirst();
        return new Enrolled(own.terminalId(), key, List.of(certificate, issuer));
    }

    private static void assertClosed(Enrolled wrong) {
        assertThatThrownBy(() -> renewal(wrong)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> {
                    if (connack(wrong).length == 0) {
                        throw new IOException("closed before CONNACK");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private static int renewal(Enrolled present) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(tls(present)).build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("https://localhost:"
                                            + System.getProperty("tillgate.device.port") + "/.well-known/est/"
                                            + OpenShop.TENANT + "/simplereenroll"))
                                    .timeout(PATIENCE)
                                    .header("Content-Type", "application/pkcs10")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            DeviceKey.generate().certificationRequest()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static byte[] connack(Enrolled present) throws Exception {
        try (SSLSocket socket = (SSLSocket) tls(present)
                .getSocketFactory()
                .createSocket("localhost", Integer.parseInt(System.getProperty("tillgate.mqtt.port")))) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(Packets.connect(present.terminalId().toString()));
            socket.getOutputStream().flush();
            return socket.getInputStream().readNBytes(4);
        }
    }

    private static SSLContext tls(Enrolled present) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {new Always(present)},
                TrustedService.byCa(Path.of(System.getProperty("tillgate.tls.ca")))
                        .trust()
                        .getTrustManagers(),
                null);
        return context;
    }

    /** Shows its certificate whatever issuers the server names. */
    private static final class Always extends X509ExtendedKeyManager {
        private static final String ALIAS = UUID.randomUUID().toString();
        private final Enrolled shown;

        Always(Enrolled shown) {
            this.shown = shown;
        }

        @Override
        public String chooseEngineClientAlias(String[] keyType, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            throw new IllegalStateException("a terminal is no server");
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return shown.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return shown.key().pair().getPrivate();
        }
    }
}
