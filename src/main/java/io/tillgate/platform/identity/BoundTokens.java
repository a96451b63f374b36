package io.tillgate.platform.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A token that is bound to a certificate ({@code cnf}, RFC 8705 section 3) counts only over a connection that presents that very
 * certificate; stolen, it is worth nothing. A token without such a claim is a plain bearer token.
 */
@ApplicationScoped
class BoundTokens implements SecurityIdentityAugmentor {
    private static final String CONFIRMATION = "cnf";
    private static final String CERTIFICATE = "x5t#S256";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        Object confirmation =
                identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(CONFIRMATION) : null;
        return confirmation == null || isPresented(confirmation, presented(attributes))
                ? Uni.createFrom().item(identity)
                : Uni.createFrom()
                        .failure(new Refusal(
                                CommonProblem.TOKEN_BOUND,
                                "this token is bound to a certificate, which this connection does not present:"
                                        + " use the device listener, with that certificate"));
    }

    /** Whatever else a token is bound to cannot be checked here, and so is not believed. */
    static boolean isPresented(Object confirmation, Optional<byte[]> certificate) {
        return certificate
                .map(BoundTokens::thumbprint)
                .filter(print -> print.equals(named(confirmation)))
                .isPresent();
    }

    /** As RFC 8705 writes it: SHA-256 over the DER, base64url without padding. */
    static String thumbprint(byte[] der) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static @Nullable String named(Object confirmation) {
        Object print = confirmation instanceof Map<?, ?> members ? members.get(CERTIFICATE) : null;
        return print instanceof JsonString text ? text.getString() : print instanceof String text ? text : null;
    }

    private static Optional<byte[]> presented(Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        SSLSession session = request == null ? null : request.request().sslSession();
        if (session == null) {
            return Optional.empty();
        }
        try {
            Certificate own = session.getPeerCertificates()[0];
            return Optional.of(own.getEncoded());
        } catch (SSLPeerUnverifiedException | CertificateEncodingException none) {
            return Optional.empty();
        }
    }
}
