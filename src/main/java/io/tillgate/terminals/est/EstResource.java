package io.tillgate.terminals.est;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Listener;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.shared.TenantId;
import io.tillgate.terminals.authority.CertificationRequest;
import io.tillgate.terminals.authority.CertifiedTerminal;
import io.tillgate.terminals.authority.CertsOnly;
import io.tillgate.terminals.usecase.CertificateAuthorities;
import io.tillgate.terminals.usecase.EnrollingTerminals;
import io.tillgate.terminals.usecase.TenantRules;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Enrolment over secure transport (RFC 7030, clarified by RFC 8951), on the device listener. Refusals are plain text for
 * the maker of the terminal. Proof of possession linked to the TLS channel does not exist for TLS 1.3 and is left out.
 */
@Path("/.well-known/est/{tenant}")
@Listener(Listener.Port.DEVICE)
@PermitAll
public class EstResource {
    private static final String CERTS_ONLY = "application/pkcs7-mime; smime-type=certs-only";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final TenantDirectory tenants;
    private final CertificateAuthorities authorities;
    private final EnrollingTerminals enrolling;
    private final EnrolmentRate rate;
    private final TenantRules rules;

    EstResource(
            TenantDirectory tenants,
            CertificateAuthorities authorities,
            EnrollingTerminals enrolling,
            EnrolmentRate rate,
            TenantRules rules) {
        this.tenants = tenants;
        this.authorities = authorities;
        this.enrolling = enrolling;
        this.rate = rate;
        this.rules = rules;
    }

    /** RFC 7030, section 4.1. */
    @GET
    @Path("/cacerts")
    @Operation(summary = "The authorities of a tenant (RFC 7030, 4.1)")
    public Uni<Response> cacerts(@PathParam("tenant") String slug) {
        return known(slug, tenant -> authorities.chain(tenant).map(EstResource::certificates));
    }

    /** RFC 7030, section 4.5: what a request should hold; everything but the key is ignored all the same. */
    @GET
    @Path("/csrattrs")
    @Operation(summary = "What a certification request should hold (RFC 7030, 4.5)")
    public Uni<Response> csrattrs(@PathParam("tenant") String slug) {
        return known(
                slug,
                tenant -> Uni.createFrom()
                        .item(Response.ok(CsrAttributes.BASE64)
                                .type("application/csrattrs")
                                .header("Content-Transfer-Encoding", "base64")
                                .build()));
    }

    /** RFC 7030, section 4.2.1: user {@code merchantNumber.terminalNumber}, password the activation code. */
    @POST
    @Path("/simpleenroll")
    @Consumes("application/pkcs10")
    @Operation(summary = "A first certificate for number and activation code (RFC 7030, 4.2.1)")
    public Uni<Response> enrol(
            @PathParam("tenant") String slug,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServerRequest request,
            byte[] body) {
        Optional<ActivationCredentials> credentials = ActivationCredentials.of(authorization);
        return known(slug, tenant -> {
            Duration wait = rate.waitFor(request.remoteAddress().hostAddress());
            if (wait.isPositive()) {
                return tooMany(wait);
            }
            if (credentials.isEmpty()) {
                return unauthorized();
            }
            return withKey(
                    body,
                    key -> enrolling
                            .enrol(
                                    tenant,
                                    credentials.get().numbers(),
                                    credentials.get().code(),
                                    key)
                            .chain(issued -> issued.isEmpty() ? unauthorized() : issued(issued.get())));
        });
    }

    /** RFC 7030, section 4.2.2, with the present certificate. */
    @POST
    @Path("/simplereenroll")
    @Consumes("application/pkcs10")
    @Operation(summary = "A new certificate for the present one (RFC 7030, 4.2.2)")
    public Uni<Response> renew(@PathParam("tenant") String slug, @Context HttpServerRequest request, byte[] body) {
        Optional<CertifiedTerminal> present = ClientCertificates.of(request, authorities.intermediates());
        return known(slug, tenant -> {
            if (present.isEmpty() || !present.get().tenant().equals(tenant)) {
                return plain(UNAUTHORIZED, "present the terminal's certificate of this tenant");
            }
            return withKey(
                    body,
                    key -> enrolling
                            .renew(present.get(), key)
                            .chain(issued -> issued.isEmpty()
                                    ? plain(UNAUTHORIZED, "this certificate is no longer allowed")
                                    : issued(issued.get())));
        });
    }

    private Uni<Response> known(String slug, Function<TenantId, Uni<Response>> answer) {
        return tenants.bySlug(slug)
                .map(entry -> rules.isSuspended(entry.tenant())
                        ? plain(FORBIDDEN, "this tenant is suspended")
                        : answer.apply(entry.tenant()))
                .orElseGet(() -> plain(NOT_FOUND, "there is no such tenant"));
    }

    private static Uni<Response> withKey(byte[] body, Function<PublicKey, Uni<Response>> answer) {
        return switch (CertificationRequest.read(body)) {
            case CertificationRequest.Unfit unfit -> plain(BAD_REQUEST, unfit.reason());
            case CertificationRequest.Proven proven -> answer.apply(proven.key());
        };
    }

    /** The certificate alone (RFC 7030, section 4.2.3); its authorities come from {@code /cacerts}. */
    private static Uni<Response> issued(X509Certificate certificate) {
        return Uni.createFrom().item(certificates(List.of(certificate)));
    }

    private static Response certificates(List<X509Certificate> certificates) {
        return Response.ok(CertsOnly.of(certificates))
                .header(HttpHeaders.CONTENT_TYPE, CERTS_ONLY)
                .header("Content-Transfer-Encoding", "base64")
                .build();
    }

    private static Uni<Response> unauthorized() {
        return Uni.createFrom()
                .item(Response.status(UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"terminal activation\"")
                        .type("text/plain")
                        .entity("wrong numbers or code")
                        .build());
    }

    private static Uni<Response> tooMany(Duration wait) {
        return Uni.createFrom()
                .item(Response.status(TOO_MANY)
                        .header(HttpHeaders.RETRY_AFTER, wait.plusMillis(999).toSeconds())
                        .type("text/plain")
                        .entity("too many attempts from this address")
                        .build());
    }

    private static Uni<Response> plain(int status, String reason) {
        return Uni.createFrom()
                .item(Response.status(status).type("text/plain").entity(reason).build());
    }
}
