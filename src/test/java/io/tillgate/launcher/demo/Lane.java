package io.tillgate.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TillKeys;
import io.tillgate.terminals.TerminalContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One till with its key. Every answer is held against the AsyncAPI document, and so is every request that should fit. */
public final class Lane {
    private static final TerminalContract CONTRACT = new TerminalContract();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Till> connecting;
    private final TillKeys keys;
    private final String number;
    private Till till;

    Lane(Supplier<Till> connecting, Till till, TillKeys keys, String number) {
        this.connecting = connecting;
        this.till = till;
        this.keys = keys;
        this.number = number;
    }

    public TillKeys keys() {
        return keys;
    }

    /** As the card host knows it. */
    public String number() {
        return number;
    }

    public Till till() {
        return till;
    }

    /** A new connection, after the service was away. */
    public void reconnect() {
        till = connecting.get();
    }

    public JsonNode ask(ObjectNode body) {
        return ask(Till.newId(), body);
    }

    /** On {@code up/auth}; as documented, and answered as documented. */
    public JsonNode ask(String id, ObjectNode body) {
        documented("up/auth", new String(till.envelope(id, body), StandardCharsets.UTF_8));
        return askAsItIs("auth", id, body);
    }

    /** Fails when no answer comes in time. */
    public JsonNode ask(String id, ObjectNode body, Duration patience) {
        return send(id, body)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** On {@code up/adv}. */
    public JsonNode advise(ObjectNode body) {
        String id = Till.newId();
        documented("up/adv", new String(till.envelope(id, body), StandardCharsets.UTF_8));
        return askAsItIs("adv", id, body);
    }

    /** A request that the document does not allow; its answer must be as documented all the same. */
    public JsonNode askAsItIs(String channel, String id, ObjectNode body) {
        return answer(channel, till.send(channel, id, body).join());
    }

    /** Sends without waiting. */
    public CompletableFuture<JsonNode> send(String id, ObjectNode body) {
        return till.send("auth", id, body).thenApply(envelope -> answer("auth", envelope));
    }

    /** Publishes bytes as they are, and waits for what comes down on {@code dn/err} because of them. */
    public String refusal(byte[] payload) {
        int before = refusals();
        try {
            till.publish("auth", payload);
        } catch (IllegalStateException refused) {
            // MQTT 5 hears the reason in PUBACK as well
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (refusals() == before && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        return till.received().stream()
                .filter(down -> down.topic().equals("err"))
                .skip(before)
                .findFirst()
                .map(down -> {
                    documented("dn/err", down.envelope().toString());
                    return down.envelope().get("body").get("code").asText();
                })
                .orElse("nothing");
    }

    private int refusals() {
        return (int) till.received().stream()
                .filter(down -> down.topic().equals("err"))
                .count();
    }

    private static JsonNode answer(String channel, JsonNode envelope) {
        assertThat(envelope.get("body").has("outcome") || envelope.get("body").has("items"))
                .as(envelope::toString)
                .isTrue();
        documented("dn/" + channel, envelope.toString());
        return envelope.get("body");
    }

    private static void documented(String topic, String payload) {
        assertThat(CONTRACT.mistakes("tillgate/v1/0198a000-0000-7000-8000-000000000001/" + topic, payload))
                .as(payload)
                .isEmpty();
    }
}
