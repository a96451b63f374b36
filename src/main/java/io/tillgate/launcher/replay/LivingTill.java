package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.simulator.till.Till.Down;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A till that stays on line without selling: fetches what is announced to it, says which versions it holds, obeys commands,
 * and comes again when it has lost the service. For one thread.
 */
final class LivingTill implements AutoCloseable {
    /** What the replay's tills say they run: one that says something else has become somebody else's. */
    static final String SOFTWARE = "2.4.1";

    private static final Set<String> OBEYED = Set.of("block", "unblock", "reboot", "load-keys");

    /** An announcement comes again with the next version: after these it is left. */
    private static final int TRIES = 4;

    /** A command that nobody answers stays open for its sender. */
    private static final int UNTIL_DONE = Integer.MAX_VALUE;

    private final Supplier<Line> connecting;
    private final Consumer<String> trouble;
    private final Map<String, Long> held = new TreeMap<>();
    private final List<Due> due = new ArrayList<>();
    private Line line;
    private boolean untold = true;
    private boolean said;

    private record Due(String topic, Runnable act, int tries) {
        Due tried() {
            return new Due(topic, act, tries == UNTIL_DONE ? tries : tries - 1);
        }
    }

    /** @param trouble hears the first thing that it could not do */
    LivingTill(Supplier<Line> connecting, Consumer<String> trouble) {
        this.connecting = connecting;
        this.trouble = trouble;
        this.line = connecting.get();
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

    /** Deals with what has come since the last look, and with what failed then. */
    void look() {
        if (!line.isConnected()) {
            collect();
            line = connecting.get();
            untold = true;
        }
        collect();
        Map<String, Long> before = Map.copyOf(held);
        List<Due> now = List.copyOf(due);
        due.clear();
        now.forEach(this::deal);
        untold |= !held.equals(before);
        if (untold) {
            report();
            untold = false;
        }
    }

    private void collect() {
        for (Down down : line.take()) {
            JsonNode envelope = down.envelope();
            JsonNode body = envelope.path("body");
            if (down.topic().equals("ver")) {
                body.path("documents").forEach(told -> due.add(new Due("ver", () -> fetch(told), TRIES)));
            } else if (down.topic().startsWith("delta/")) {
                due.add(new Due(down.topic(), () -> hold(body), TRIES));
            } else if (down.topic().equals("cmd") && envelope.hasNonNull("id")) {
                String id = envelope.get("id").asText();
                due.add(new Due("cmd", () -> obey(id, body.path("kind").asText()), UNTIL_DONE));
            }
        }
    }

    /** What fails waits for the next look; without a connection everything does. */
    private void deal(Due one) {
        if (!line.isConnected()) {
            due.add(one);
            return;
        }
        try {
            one.act().run();
        } catch (RuntimeException failed) {
            if (!said) {
                said = true;
                trouble.accept("could not act on " + one.topic() + ": " + failed.getMessage());
            }
            if (one.tries() > 1) {
                due.add(one.tried());
            }
        }
    }

    private void hold(JsonNode changed) {
        held.put(changed.required("kind").asText(), changed.required("version").asLong());
    }

    private void fetch(JsonNode announced) {
        String kind = announced.required("kind").asText();
        long since = held.getOrDefault(kind, 0L);
        if (announced.required("version").asLong() > since) {
            ObjectNode wanted =
                    JsonNodeFactory.instance.objectNode().put("kind", kind).put("since", since);
            held.put(kind, line.ask("get", wanted).required("version").asLong());
        }
    }

    private void obey(String id, String kind) {
        ObjectNode answer = OBEYED.contains(kind)
                ? JsonNodeFactory.instance.objectNode().put("outcome", "done")
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("outcome", "failed")
                        .put("detail", "a demo till keeps no log");
        line.answer(id, answer);
    }

    private void report() {
        ObjectNode state = about();
        ObjectNode documents = state.putObject("documents");
        held.forEach(documents::put);
        line.tell("state", state);
    }

    @Override
    public void close() {
        line.close();
    }
}
