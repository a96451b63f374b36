package io.tillgate.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The simulated card host from behind: its book, and orders to misbehave. */
public final class CardHost {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String control;
    private final CardHostBook book;

    CardHost(String control) {
        this.control = control;
        this.book = new CardHostBook(new ControlPort(control));
    }

    /** Orders one fault for the next message of this type from this till. */
    public void misbehave(String fault, String mti, Lane lane) {
        book.misbehave(fault, mti, lane.number());
    }

    /** Orders a fault as the control port takes it. */
    public void order(ObjectNode fault) {
        send(HttpRequest.newBuilder(URI.create(control + "/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(fault.toString())));
    }

    /** Gives a card a PIN, and a fresh start. */
    public void givePin(String card, String pin) {
        send(HttpRequest.newBuilder(URI.create(control + "/pins"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"card\":\"" + card + "\",\"pin\":\"" + pin + "\"}")));
    }

    /** The fields, masked, of the newest message of this type that came from a till. */
    public JsonNode heard(String mti, Lane lane) {
        JsonNode newest = null;
        long seq = 0;
        for (int page = 0; page < 40; page++) {
            JsonNode lines = read("/log?since=" + seq);
            for (JsonNode line : lines) {
                seq = line.get("seq").asLong();
                boolean fits = line.get("direction").asText().equals("in")
                        && line.get("mti").asText().equals(mti)
                        && line.get("fields").path("041").asText().strip().equals(lane.number());
                newest = fits ? line.get("fields") : newest;
            }
            if (lines.isEmpty()) {
                break;
            }
        }
        if (newest == null) {
            throw new AssertionError("the host heard no " + mti + " of " + lane.number());
        }
        return newest;
    }

    private JsonNode read(String path) {
        try {
            return Shop.JSON.readTree(CLIENT.send(
                            HttpRequest.newBuilder(URI.create(control + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    public void behave() {
        send(HttpRequest.newBuilder(URI.create(control + "/faults")).DELETE());
    }

    /** Transactions of one till. */
    public List<JsonNode> of(Lane lane) {
        return book.of(lane.number());
    }

    public long count(Lane lane, String kind, String state) {
        return book.count(lane.number(), kind, state);
    }

    /** What cardholders paid at this till, less what they got back, in minor units. */
    public long charged(Lane lane) {
        return of(lane).stream()
                .filter(each -> each.get("state").asText().equals("APPROVED"))
                .mapToLong(each -> switch (each.get("kind").asText()) {
                    case "SALE" -> each.get("amount").asLong();
                    case "REFUND" -> -each.get("amount").asLong();
                    default -> 0;
                })
                .sum();
    }

    private static void send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer::body).isBetween(200, 299);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
