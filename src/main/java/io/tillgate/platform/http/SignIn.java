package io.tillgate.platform.http;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** People who open a page of the portal without a session are sent to sign in; programs get a problem instead. */
final class SignIn {
    private SignIn() {}

    static Uni<Optional<Response>> redirect(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        boolean page = request.request().method().equals(HttpMethod.GET)
                && request.normalizedPath().startsWith("/portal/");
        if (authenticator == null || !page) {
            return Uni.createFrom().item(Optional.empty());
        }
        return authenticator.getChallenge(request).map(SignIn::response);
    }

    private static Optional<Response> response(ChallengeData challenge) {
        if (challenge == null || challenge.status != Response.Status.FOUND.getStatusCode()) {
            return Optional.empty();
        }
        return Optional.of(Response.status(challenge.status)
                .header(challenge.headerName.toString(), challenge.headerContent)
                .header("Cache-Control", "no-store")
                .build());
    }
}
