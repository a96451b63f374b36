package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.Till.Down;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A till that stays on line without selling: fetches what is announced to it, says which versions it holds, obeys commands,
 * and comes again when it has lost the service. For one thread.
 */
final class LivingTill implements AutoCloseable {
    /** What the replay's tills say they run: one that says something else has become somebody else's. */
    static final String SOFTWARE = "2.4.1";

    private static final Set<String> OBEYED = Set.of("block", "unblock", "reboot", "load-keys");

    private final Supplier<Till> connecting;
    private final Map<String, Long> held = new TreeMap<>();
    private Till till;

    LivingTill(Supplier<Till> connecting) {
        this.connecting = connecting;
        this.till = connecting.get();
        report();
    }

    /** What every till of the replay says of itself. */
    static ObjectNode about() {
        return JsonNodeFactory.instance.objectNode().put("software", SOFTWARE).put("battery", 88);
    }

    /** What a till says that holds all it was told of. */
    static ObjectNode holding(List<Down> heard) {
        ObjectNode state = about();
        ObjectNode documents = state.putObject("documents");
        heard.stream()
                .filter(down -> down.topic().equals("ver"))
                .forEach(down -> down.envelope()
                        .at("/body/documents")
                        .forEach(told -> documents.set(told.get("kind").asText(), told.get("version"))));
        return state;
    }

    /** Deals with what has come since the last look. */
    void look() {
        if (!till.isConnected()) {
            till = connecting.get();
            report();
        }
        Map<String, Long> before = Map.copyOf(held);
        till.take().forEach(this::hear);
        if (!held.equals(before)) {
            report();
        }
    }

    private void hear(Down down) {
        JsonNode body = down.envelope().path("body");
        if (down.topic().equals("ver")) {
            body.path("documents").forEach(this::fetch);
        } else if (down.topic().startsWith("delta/")) {
            held.put(body.get("kind").asText(), body.get("version").asLong());
        } else if (down.topic().equals("cmd")) {
            obey(down.envelope().get("id").asText(), body.get("kind").asText());
        }
    }

    private void fetch(JsonNode announced) {
        String kind = announced.get("kind").asText();
        long since = held.getOrDefault(kind, 0L);
        if (announced.get("version").asLong() > since) {
            ObjectNode wanted =
                    JsonNodeFactory.instance.objectNode().put("kind", kind).put("since", since);
            held.put(kind, till.ask("get", wanted).get("version").asLong());
        }
    }

    private void obey(String id, String kind) {
        ObjectNode answer = OBEYED.contains(kind)
                ? JsonNodeFactory.instance.objectNode().put("outcome", "done")
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("outcome", "failed")
                        .put("detail", "a demo till keeps no log");
        till.publish("cmd", till.envelope(id, answer));
    }

    private void report() {
        ObjectNode state = about();
        ObjectNode documents = state.putObject("documents");
        held.forEach(documents::put);
        till.tell("state", state);
    }

    @Override
    public void close() {
        till.close();
    }
}
