package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The card host's own word: what it thinks was charged, and orders to misbehave. */
final class CardHostBook {
    private final ControlPort port;

    CardHostBook(ControlPort port) {
        this.port = port;
    }

    /** Orders one fault for the next message of this kind from this terminal. */
    void misbehave(String fault, String mti, String terminalNumber) {
        ObjectNode order = Shop.JSON.createObjectNode().put("fault", fault).put("count", 1);
        order.putObject("match").put("mti", mti).put("terminal", terminalNumber);
        port.post("/faults", order);
    }

    /** All transactions of one terminal. */
    List<JsonNode> of(String terminalNumber) {
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode transaction : port.get("/book").get("transactions")) {
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
}
