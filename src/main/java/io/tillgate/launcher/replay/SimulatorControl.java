package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.launcher.demo.StoryBroken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The control ports of the simulated card host and bank: what the world outside shall do next. */
final class SimulatorControl {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private SimulatorControl() {}

    /** What it said. */
    record Answer(String asked, int status, String text) {
        void require(int wanted) {
            StoryBroken.unless(status == wanted, asked + " answered " + status + ": " + text);
        }
    }

    static Answer post(String url, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(url, answer.statusCode(), answer.body());
        } catch (IOException fault) {
            throw new StoryBroken(url + " does not answer: " + fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
