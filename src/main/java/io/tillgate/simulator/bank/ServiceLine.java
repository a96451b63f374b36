package io.tillgate.simulator.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.simulator.bank.BankSettings.Customer;
import io.tillgate.simulator.till.TrustedService;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The line to the service: signs in with client credentials, asks again a bounded number of times. */
final class ServiceLine {
    /** Pauses of 1, 2, 4, ... 32 seconds: about a minute, longer than a restart takes. */
    private static final int TRIES_MAX = 7;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BankSettings settings;
    private final InstantSource clock;
    private final HttpClient service;
    private final HttpClient identity =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    /** What came back; status 0 when nobody answered. */
    record Answer(int status, byte[] body) {
        boolean isFine() {
            return status >= 200 && status < 300;
        }

        /** A later try may be answered differently. */
        boolean isWorthAnother() {
            return status == 0 || status == 401 || status == 429 || status >= 500;
        }

        String text() {
            String all = new String(body, StandardCharsets.UTF_8);
            return all.length() > 1_000 ? all.substring(0, 1_000) : all;
        }
    }

    ServiceLine(BankSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.service = settings.authority()
                .map(ca -> TrustedService.byCa(ca).client())
                .orElseGet(() -> HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build());
    }

    Answer get(Customer customer, String path) throws InterruptedException {
        return once(
                customer,
                HttpRequest.newBuilder(URI.create(settings.service() + path)).GET());
    }

    /** Until it is taken or refused, or the tries are used up. */
    Answer post(Customer customer, Report report) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.service() + report.path()))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(report.xml()));
        Answer answer = once(customer, request);
        for (int tries = 1; tries < TRIES_MAX && answer.isWorthAnother(); tries++) {
            Thread.sleep(Duration.ofSeconds(1L << (tries - 1)));
            answer = once(customer, request);
        }
        return answer;
    }

    private Answer once(Customer customer, HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpRequest signed = request.copy()
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token(customer))
                    .build();
            HttpResponse<byte[]> answer = service.send(signed, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 401) {
                tokens.remove(customer.slug());
            }
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException away) {
            return new Answer(0, String.valueOf(away.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String token(Customer customer) throws IOException, InterruptedException {
        Token known = tokens.get(customer.slug());
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.identity() + "/realms/"
                        + encoded(customer.realm()) + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + encoded(customer.clientId())
                        + "&client_secret=" + encoded(customer.clientSecret())))
                .build();
        HttpResponse<byte[]> answer = identity.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("no token for " + customer + ": " + answer.statusCode());
        }
        JsonNode token = JSON.readTree(answer.body());
        Token fresh = new Token(
                token.path("access_token").asText(),
                clock.instant().plusSeconds(Math.max(5, token.path("expires_in").asLong() - 10)));
        tokens.put(customer.slug(), fresh);
        return fresh.value();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
