package io.tillgate.tenancy.keycloak;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.IdentityProvider;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests to Keycloak. Every one has a time limit; an answer is an item whatever its status, no answer is a failure. */
@ApplicationScoped
class KeycloakConnection {
    private static final int CONNECTIONS_MAX = 8;

    private final WebClient client;
    private final IdentityProvider provider;

    KeycloakConnection(Vertx vertx, IdentityProvider provider) {
        this.provider = provider;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setMaxPoolSize(CONNECTIONS_MAX)
                        .setConnectTimeout(3000)
                        .setUserAgentEnabled(false));
    }

    /** A token, or an answer that says why not. */
    Uni<Answer> token(String realm, MultiMap form) {
        String path = "/realms/" + realm + "/protocol/openid-connect/token";
        return client.postAbs(provider.url() + path)
                .timeout(provider.timeout().toMillis())
                .sendForm(form)
                .map(response -> answer("POST " + path, response));
    }

    Uni<Answer> get(String token, String path) {
        return send(HttpMethod.GET, token, path, null);
    }

    Uni<Answer> post(String token, String path, Object body) {
        return send(HttpMethod.POST, token, path, body);
    }

    Uni<Answer> put(String token, String path, Object body) {
        return send(HttpMethod.PUT, token, path, body);
    }

    private Uni<Answer> send(HttpMethod method, String token, String path, @Nullable Object body) {
        var request = client.requestAbs(method, provider.url() + "/admin/realms" + path)
                .timeout(provider.timeout().toMillis())
                .bearerTokenAuthentication(token);
        Uni<HttpResponse<Buffer>> response = body == null ? request.send() : request.sendJson(body);
        return response.map(r -> answer(method + " /admin/realms" + path, r));
    }

    private static Answer answer(String request, HttpResponse<Buffer> response) {
        Buffer body = Objects.requireNonNullElseGet(response.body(), Buffer::buffer);
        return new Answer(request, response.statusCode(), response.getHeader("Location"), body.getDelegate());
    }
}
