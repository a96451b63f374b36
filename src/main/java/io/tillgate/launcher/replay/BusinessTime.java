package io.tillgate.launcher.replay;

import io.tillgate.launcher.demo.StoryBroken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The launcher's hand on the tenants' business clocks. */
public final class BusinessTime {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String http;
    private final String secret;

    public BusinessTime(String http, String secret) {
        this.http = http;
        this.secret = secret;
    }

    /** It is this time for the tenant, and goes on from there. */
    public void set(String slug, Instant at) {
        put(slug, "?at=" + URLEncoder.encode(at.toString(), StandardCharsets.UTF_8));
    }

    /** Business time is real time again. */
    public void catchUp(String slug) {
        put(slug, "");
    }

    private void put(String slug, String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(http + "/embedded/business-clock/" + slug + query))
                .timeout(PATIENCE)
                .header("X-Tillgate-Launcher", secret)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            StoryBroken.unless(
                    answer.statusCode() == OK, "the business clock of " + slug + " answered " + answer.statusCode());
        } catch (IOException fault) {
            throw new StoryBroken("the business clock of " + slug + " does not answer: " + fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
