package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The HTTP API as one user. The token is fetched with the password grant, and again when it has to be. */
public final class Api {
    private static final int UNAUTHENTICATED = 401;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Where where;
    private final Who who;
    private final Map<String, String> grant;
    private String token = "";

    public Api(Where where, Who who) {
        this(
                where,
                who,
                Map.of(
                        "grant_type", "password",
                        "client_id", where.clientId(),
                        "username", who.username(),
                        "password", who.password()));
    }

    private Api(Where where, Who who, Map<String, String> grant) {
        this.where = where;
        this.who = who;
        this.grant = grant;
    }

    /** As a tenant's bank, which is a program: client credentials. */
    static Api bank(Where where, Who client) {
        return new Api(
                where,
                client,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client.username(),
                        "client_secret", client.password()));
    }

    /** Addresses of the service and of the identity provider. */
    public record Where(String http, String keycloak, String clientId) {}

    /** Whose hands these are. */
    public record Who(String realm, String username, String password) {
        @Override
        public String toString() {
            return username + "@" + realm;
        }
    }

    /** An answer, whatever its status. */
    public record Answer(int status, String text, Map<String, String> headers) {
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }
    }

    /** Signs in, anew after a claim such as the merchant has changed. */
    public void signIn() {
        String form = grant.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(where.keycloak() + "/realms/" + who.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        Answer answer = answer(send(request, HttpResponse.BodyHandlers.ofString()));
        StoryBroken.unless(answer.status() == 200, who + " cannot sign in: " + answer.status() + " " + answer.text());
        token = answer.json().get("access_token").asText();
    }

    Who who() {
        return who;
    }

    public JsonNode get(String path) {
        return expect(request(path).GET(), 200).json();
    }

    public Answer tryGet(String path) {
        return authorised(request(path).GET());
    }

    public JsonNode post(String path, JsonNode body) {
        Answer answer = authorised(json(path, body));
        StoryBroken.unless(
                answer.status() / 100 == 2, "POST " + path + " answered " + answer.status() + ": " + answer.text());
        return answer.text().isEmpty() ? JSON.createObjectNode() : answer.json();
    }

    public Answer tryPost(String path, JsonNode body, Map<String, String> headers) {
        HttpRequest.Builder request = json(path, body);
        headers.forEach(request::header);
        return authorised(request);
    }

    /** With an idempotency key. */
    public JsonNode postOnce(String path, JsonNode body, String key) {
        Answer answer = authorised(json(path, body).header("Idempotency-Key", key));
        StoryBroken.unless(
                answer.status() / 100 == 2, "POST " + path + " answered " + answer.status() + ": " + answer.text());
        return answer.json();
    }

    public Answer send(String method, String path, String contentType, byte[] body) {
        return authorised(request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder json(String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(where.http() + path)).timeout(PATIENCE);
    }

    private Answer expect(HttpRequest.Builder request, int status) {
        Answer answer = authorised(request);
        StoryBroken.unless(
                answer.status() == status,
                request.build().uri().getPath() + " answered " + answer.status() + ": " + answer.text());
        return answer;
    }

    private Answer authorised(HttpRequest.Builder request) {
        HttpResponse<String> response = authorised(request, HttpResponse.BodyHandlers.ofString());
        return answer(response);
    }

    private <T> HttpResponse<T> authorised(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        if (token.isEmpty()) {
            signIn();
        }
        HttpResponse<T> response = send(request.setHeader("Authorization", "Bearer " + token), body);
        if (response.statusCode() == UNAUTHENTICATED) { // a token lives some minutes, a test run longer
            signIn();
            return send(request.setHeader("Authorization", "Bearer " + token), body);
        }
        return response;
    }

    /** A file, whatever it holds. */
    public byte[] download(String path, String accept) {
        HttpResponse<byte[]> response =
                authorised(request(path).header("Accept", accept), HttpResponse.BodyHandlers.ofByteArray());
        StoryBroken.unless(response.statusCode() == 200, path + " answered " + response.statusCode());
        return response.body();
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().map().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, header -> header.getValue().getFirst(), (a, b) -> a)));
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder builder, HttpResponse.BodyHandler<T> body) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            return CLIENT.send(request, body);
        } catch (IOException fault) {
            throw new StoryBroken("no answer from " + request.uri() + ": " + fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
