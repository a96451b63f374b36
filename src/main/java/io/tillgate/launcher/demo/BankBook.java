package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.SettlementAccount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bank's own word: whose files it fetched, what it answered, what it booked. */
final class BankBook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String control;

    BankBook(String control) {
        this.control = control;
    }

    /** The bank serves one more tenant, with the credentials that it was handed. */
    void serve(String slug, Api.Who client) {
        post(
                "/customers",
                JSON.createObjectNode()
                        .put("slug", slug)
                        .put("realm", client.realm())
                        .put("clientId", client.username())
                        .put("clientSecret", client.password())
                        .put("account", account()));
    }

    private static @Nullable String account() {
        try (InputStream file = BankBook.class.getResourceAsStream("/demo/tenant.yaml")) {
            return SettlementAccount.in(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Somebody pays the tenant. */
    void credit(String slug, long amount, String currency, String reference) {
        post(
                "/credits",
                JSON.createObjectNode()
                        .put("slug", slug)
                        .put("amount", amount)
                        .put("currency", currency)
                        .put("reference", reference)
                        .put("payer", "Card host clearing"));
    }

    /** Where the log ends now; what happens later has a higher number. */
    long mark() {
        long last = 0;
        for (JsonNode line : log(0)) {
            last = Math.max(last, line.get("seq").asLong());
        }
        return last;
    }

    /** How often the bank did this for a tenant, and was answered with a success, since a mark. */
    long count(long mark, String slug, String action) {
        long count = 0;
        for (JsonNode line : log(mark)) {
            boolean well = line.get("status").asInt() / 100 == 2;
            if (well
                    && line.path("customer").asText().equals(slug)
                    && line.get("action").asText().equals(action)) {
                count++;
            }
        }
        return count;
    }

    private JsonNode log(long since) {
        JsonNode log = send(HttpRequest.newBuilder(URI.create(control + "/log?since=" + since)));
        return log.isArray() ? log : log.path("entries");
    }

    private void post(String path, ObjectNode body) {
        send(HttpRequest.newBuilder(URI.create(control + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            StoryBroken.unless(response.statusCode() / 100 == 2, "the bank's control port says " + response.body());
            return JSON.readTree(response.body());
        } catch (IOException fault) {
            throw new StoryBroken("the bank's control port does not answer: " + fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
