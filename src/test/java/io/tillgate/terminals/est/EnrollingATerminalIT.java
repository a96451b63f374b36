package io.tillgate.terminals.est;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.Enrolment.EstRefused;
import io.tillgate.simulator.till.TrustedService;
import io.tillgate.tenancy.Tenant;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes and requests that must not open the door, over EST as a terminal speaks it. Time passes by moving the row's times. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class EnrollingATerminalIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String CODE_OF = " where tenant_id = $1 and terminal_id = $2";

    @Inject
    TenantTransaction transactions;

    private OpenShop shop;
    private JsonNode created;
    private Activation activation;

    @BeforeEach
    void a_terminal_that_waits() {
        shop = OpenShop.ofThisRun();
        created = shop.newTerminal();
        activation = shop.activation(created);
    }

    @Test
    void an_expired_code_is_refused_and_a_new_one_opens() {
        later("update terminal_activation set expires_at = expires_at - interval '24 hours'" + CODE_OF);

        assertThat(refused(DeviceKey.generate(), activation)).isEqualTo(401);

        assertThat(state()).isEqualTo("EXPIRED");
        assertThat(enrolledWith(newCode())).isNotNull();
    }

    @Test
    void the_answer_holds_the_certificate_alone() throws Exception {
        DeviceKey key = DeviceKey.generate();

        HttpResponse<String> answer = send("127.0.8.5", key.certificationRequest(), activation);

        byte[] certsOnly = Base64.getMimeDecoder().decode(answer.body());
        assertThat(CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(certsOnly)))
                .singleElement()
                .satisfies(certificate -> assertThat(certificate.getPublicKey())
                        .isEqualTo(key.pair().getPublic()));
    }

    @Test
    void a_used_code_is_refused() {
        shop.enrolment().enrol(DeviceKey.generate(), activation);

        assertThat(refused(DeviceKey.generate(), activation)).isEqualTo(401);
        assertThat(state()).isEqualTo("USED");
    }

    @Test
    void five_wrong_tries_spend_the_code_even_if_the_sixth_is_right_and_one_call_makes_a_new_one() {
        String wrong = shop.activation(shop.newTerminal()).code();
        for (int i = 1; i <= 5; i++) {
            assertThat(refused(DeviceKey.generate(), with(wrong))).isEqualTo(401);
            assertThat(terminal().at("/activation/wrongTries").asInt()).isEqualTo(i);
        }

        assertThat(refused(DeviceKey.generate(), activation)).isEqualTo(401);

        assertThat(state()).isEqualTo("SPENT");
        String fresh = newCode();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(enrolledWith(fresh)).isNotNull();
    }

    @Test
    void a_code_with_a_typing_mistake_is_a_wrong_try() {
        String code = activation.code();
        char last = code.charAt(code.length() - 1);

        assertThat(refused(
                        DeviceKey.generate(), with(code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0'))))
                .isEqualTo(401);

        assertThat(terminal().at("/activation/wrongTries").asInt()).isEqualTo(1);
        assertThat(enrolledWith(code)).isNotNull();
    }

    @Test
    void a_repeat_within_ten_minutes_gets_the_same_certificate_for_the_same_key_only() {
        DeviceKey key = DeviceKey.generate();
        var first = shop.enrolment().enrol(key, activation);
        later("update terminal_activation set used_at = used_at - interval '9 minutes'" + CODE_OF);

        var again = shop.enrolment().enrol(key, activation);

        assertThat(again.chain().getFirst()).isEqualTo(first.chain().getFirst());
        assertThat(refused(DeviceKey.generate(), activation)).isEqualTo(401);
        later("update terminal_activation set used_at = used_at - interval '1 minute'" + CODE_OF);
        assertThat(refused(key, activation)).isEqualTo(401);
        shop.connect(first).close();
    }

    @Test
    void numbers_of_nobody_look_like_a_wrong_code() {
        assertThat(refused(
                        DeviceKey.generate(),
                        new Activation(activation.merchantNumber(), "00000000", activation.code())))
                .isEqualTo(401);
        assertThat(refused(DeviceKey.generate(), new Activation("1", activation.terminalNumber(), activation.code())))
                .isEqualTo(401);
    }

    @Test
    void a_request_with_the_wrong_kind_of_key_is_refused_and_spends_nothing() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();

        HttpResponse<String> answer = send("127.0.8.1", request(pair, pair, "SHA256withRSA"), activation);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("P-256");
        assertThat(enrolledWith(activation.code())).isNotNull();
    }

    @Test
    void a_request_with_a_key_that_is_too_small_is_refused() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        KeyPair small = rsa.generateKeyPair();
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
        ec.initialize(new ECGenParameterSpec("secp192r1"));
        KeyPair short192 = ec.generateKeyPair();

        assertThat(send("127.0.8.2", request(small, small, "SHA256withRSA"), activation)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("127.0.8.2", request(short192, short192, "SHA256withECDSA"), activation)
                        .statusCode())
                .isEqualTo(400);
        assertThat(state()).isEqualTo("WAITING");
    }

    @Test
    void a_request_signed_by_another_key_is_refused() throws Exception {
        KeyPair named = DeviceKey.generate().pair();
        KeyPair signing = DeviceKey.generate().pair();

        HttpResponse<String> answer = send("127.0.8.3", request(named, signing, "SHA256withECDSA"), activation);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not signed with its own key");
        assertThat(state()).isEqualTo("WAITING");
    }

    @Test
    void what_is_no_request_is_refused_in_words() throws Exception {
        String source = "127.0.8.4";

        assertThat(send(source, "", activation).statusCode()).isEqualTo(400);
        assertThat(send(source, "\u0000\u0001 no base64 at all ***", activation).statusCode())
                .isEqualTo(400);
        assertThat(send(source, "QUJD", activation).body()).contains("PKCS#10");
        assertThat(send(source, "A".repeat(20_000), activation).body()).contains("larger than");
        assertThat(state()).isEqualTo("WAITING");
        assertThat(terminal().at("/activation/wrongTries").asInt()).isZero();
    }

    @Test
    void one_source_that_asks_too_often_is_held_off_and_another_is_not() throws Exception {
        String patient = "127.0.9.2";
        String eager = "127.0.9.1";
        String garbage = "QUJD";
        int taken = 0;
        HttpResponse<String> last = send(eager, garbage, activation);
        while (taken < 100 && last.statusCode() == 400) {
            taken++;
            last = send(eager, garbage, activation);
        }

        assertThat(taken).isBetween(30, 60);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(send(patient, garbage, activation).statusCode()).isEqualTo(400);
    }

    private Activation with(String code) {
        return new Activation(activation.merchantNumber(), activation.terminalNumber(), code);
    }

    private UUID enrolledWith(String code) {
        return shop.enrolment().enrol(DeviceKey.generate(), with(code)).terminalId();
    }

    private int refused(DeviceKey key, Activation typed) {
        return catchThrowableOfType(EstRefused.class, () -> shop.enrolment().enrol(key, typed))
                .status();
    }

    private JsonNode terminal() {
        return shop.asOwner("/api/v1/terminals/" + id());
    }

    private String state() {
        return terminal().at("/activation/state").asText();
    }

    private String newCode() {
        return shop.postAsOwner("/api/v1/terminals/" + id() + "/activation-code", OpenShop.json())
                .get("code")
                .asText();
    }

    private String id() {
        return created.get("terminal").get("id").asText();
    }

    private void later(String sql) {
        var tenant = Tenant.idOf(OpenShop.TENANT);
        transactions
                .sql(
                        Scope.tenant(tenant),
                        c -> c.preparedQuery(sql).execute(Tuple.of(tenant.value(), UUID.fromString(id()))))
                .await()
                .atMost(PATIENCE);
    }

    private static String request(KeyPair named, KeyPair signing, String algorithm) throws Exception {
        return Base64.getEncoder()
                .encodeToString(
                        new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=till"), named.getPublic())
                                .build(new JcaContentSignerBuilder(algorithm)
                                        .setProvider(BOUNCY_CASTLE)
                                        .build(signing.getPrivate()))
                                .getEncoded());
    }

    /** From an address of its own: attempts are counted by source. */
    private static HttpResponse<String> send(String source, String body, Activation typed) throws Exception {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(
                null,
                TrustedService.byCa(Path.of(System.getProperty("tillgate.tls.ca")))
                        .trust()
                        .getTrustManagers(),
                null);
        String user = typed.merchantNumber() + "." + typed.terminalNumber() + ":" + typed.code();
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(tls)
                .localAddress(InetAddress.getByName(source))
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:"
                                    + System.getProperty("tillgate.device.port") + "/.well-known/est/"
                                    + OpenShop.TENANT + "/simpleenroll"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/pkcs10")
                            .header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
