package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the simulated card host says of itself: how long it took over each answer. Read forward only. */
final class HostLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PAGES_MAX = 200;

    private final String control;
    private long seen;

    HostLog(String control) {
        this.control = control;
    }

    /** Microseconds by trace number, of all answers to sales that were not read yet. */
    Map<String, Long> microsSinceLastReading() {
        Map<String, Long> micros = new HashMap<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode lines = read();
            for (JsonNode line : lines) {
                seen = line.get("seq").asLong();
                if (line.get("direction").asText().equals("out")
                        && line.get("mti").asText().equals("0210")) {
                    micros.put(
                            line.get("fields").path("011").asText(),
                            line.get("processingMicros").asLong());
                }
            }
            if (lines.isEmpty()) {
                break;
            }
        }
        return micros;
    }

    private JsonNode read() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control + "/log?since=" + seen))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return JSON.readTree(
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
