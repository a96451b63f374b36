package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The card host's own word: what it thinks was charged, and orders to misbehave. */
final class CardHostBook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String control;

    CardHostBook(String control) {
        this.control = control;
    }

    /** Orders one fault for the next message of this kind from this terminal. */
    void misbehave(String fault, String mti, String terminalNumber) {
        ObjectNode order = JSON.createObjectNode().put("fault", fault).put("count", 1);
        order.putObject("match").put("mti", mti).put("terminal", terminalNumber);
        send(HttpRequest.newBuilder(URI.create(control + "/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(order.toString())));
    }

    /** All transactions of one terminal. */
    List<JsonNode> of(String terminalNumber) {
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode transaction :
                send(HttpRequest.newBuilder(URI.create(control + "/book"))).get("transactions")) {
            if (transaction.get("terminal").asText().strip().equals(terminalNumber)) {
                own.add(transaction);
            }
        }
        return own;
    }

    long count(String terminalNumber, String kind, String state) {
        return of(terminalNumber).stream()
                .filter(each -> each.get("kind").asText().equals(kind)
                        && each.get("state").asText().equals(state))
                .count();
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            StoryBroken.unless(
                    response.statusCode() / 100 == 2, "the card host's control port says " + response.body());
            return JSON.readTree(response.body());
        } catch (IOException fault) {
            throw new StoryBroken("the card host's control port does not answer: " + fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
