package io.tillgate.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A token that names a certificate is worth something with that certificate only. */
class BelievingBoundTokensTest {
    private static final byte[] OWN = "one".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another".getBytes(StandardCharsets.UTF_8);

    @Test
    void it_is_believed_over_a_connection_with_that_certificate_and_no_other() {
        Map<String, String> bound = Map.of("x5t#S256", BoundTokens.thumbprint(OWN));

        assertThat(BoundTokens.isPresented(bound, Optional.of(OWN))).isTrue();
        assertThat(BoundTokens.isPresented(bound, Optional.of(OTHER))).isFalse();
        assertThat(BoundTokens.isPresented(bound, Optional.empty())).isFalse();
    }

    @Test
    void what_it_is_bound_to_otherwise_is_not_believed() {
        assertThat(BoundTokens.isPresented(Map.of("jkt", "abc"), Optional.of(OWN)))
                .isFalse();
        assertThat(BoundTokens.isPresented("text", Optional.of(OWN))).isFalse();
    }

    @Test
    void who_comes_with_a_bound_token_is_who_presents_its_certificate() {
        JsonObject bound = Json.createObjectBuilder()
                .add("x5t#S256", BoundTokens.thumbprint(OWN))
                .build();

        assertThat(augmented(bound, Optional.of(OWN))).isTrue();
        assertThat(augmented(bound, Optional.of(OTHER))).isFalse();
        assertThat(augmented(bound, Optional.empty())).isFalse();
        assertThat(augmented(null, Optional.empty())).isTrue();
    }

    private static boolean augmented(@Nullable JsonObject confirmation, Optional<byte[]> certificate) {
        JsonWebToken token = answering(JsonWebToken.class, "getClaim", confirmation);
        RoutingContext request = answering(
                RoutingContext.class,
                "request",
                answering(
                        HttpServerRequest.class,
                        "sslSession",
                        certificate.map(BelievingBoundTokensTest::session).orElse(null)));
        SecurityIdentity identity =
                QuarkusSecurityIdentity.builder().setPrincipal(token).build();
        try {
            new BoundTokens()
                    .augment(
                            identity,
                            answering(AuthenticationRequestContext.class, "", null),
                            Map.of(HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE, request))
                    .await()
                    .indefinitely();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(CommonProblem.TOKEN_BOUND);
            return false;
        }
    }

    private static SSLSession session(byte[] der) {
        Certificate certificate = new Certificate("X.509") {
            @Override
            public byte[] getEncoded() {
                return der.clone();
            }

            @Override
            public void verify(PublicKey key) {}

            @Override
            public void verify(PublicKey key, String provider) {}

            @Override
            public String toString() {
                return "a certificate";
            }

            @Override
            public @Nullable PublicKey getPublicKey() {
                return null;
            }
        };
        return answering(SSLSession.class, "getPeerCertificates", new Certificate[] {certificate});
    }

    private static <T> T answering(Class<T> type, String method, @Nullable Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, called, args) -> called.getName().equals(method) ? answer : null));
    }

    @Test
    void a_thumbprint_is_written_as_the_standard_says() {
        assertThat(BoundTokens.thumbprint(new byte[0])).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    }
}
