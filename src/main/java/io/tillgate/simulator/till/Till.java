package io.tillgate.simulator.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A till on line: MQTT 5 over mutual TLS. Answers are matched by the envelope's id; everything that came down is kept, up
 * to {@value #KEPT_MAX} messages, for whoever waits for it.
 */
public final class Till implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT_MAX = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Enrolled identity;
    private final Mqtt5AsyncClient client;
    private final String root;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<Down> received = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Throwable> ended;

    /** Something that came down: the part of its topic below {@code dn/}, and the whole envelope. */
    public record Down(String topic, JsonNode envelope) {}

    private Till(Enrolled identity, Mqtt5AsyncClient client, CompletableFuture<Throwable> ended) {
        this.identity = identity;
        this.client = client;
        this.ended = ended;
        this.root = "tillgate/v1/" + identity.terminalId() + "/";
    }

    /** Connects, keeps its session, and subscribes to everything that is for it. */
    public static Till connect(Enrolled identity, TrustedService service, String host, int port) {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(identity.terminalId().toString())
                .serverHost(host)
                .serverPort(port)
                .sslConfig(MqttClientSslConfig.builder()
                        .keyManagerFactory(service.keys(identity))
                        .trustManagerFactory(service.trust())
                        .build())
                .addDisconnectedListener(context -> ended.complete(context.getCause()))
                .buildAsync();
        Till till = new Till(identity, client, ended);
        till.start();
        return till;
    }

    private void start() {
        client.publishes(com.hivemq.client.mqtt.MqttGlobalPublishFilter.ALL, this::receive);
        await(client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .keepAlive(30)
                .send());
        await(client.subscribeWith()
                .topicFilter(root + "dn/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send());
    }

    public UUID id() {
        return identity.terminalId();
    }

    /** A new request id, version 7. */
    public static String newId() {
        return com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** Asks under a new id and waits for the answer's body. */
    public JsonNode ask(String channel, ObjectNode body) {
        return ask(channel, newId(), body);
    }

    /** Asks under a given id: the same id and body again is a repeat. */
    public JsonNode ask(String channel, String id, ObjectNode body) {
        return await(send(channel, id, body)).get("body");
    }

    /** Sends and returns at once; completes with the whole answer. */
    public CompletableFuture<JsonNode> send(String channel, String id, ObjectNode body) {
        CompletableFuture<JsonNode> answer = waiting.computeIfAbsent(id, absent -> new CompletableFuture<>());
        publish(channel, envelope(id, body));
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((done, fault) -> waiting.remove(id));
    }

    /** Reports without waiting for an answer; returns when the service has it. */
    public void tell(String channel, ObjectNode body) {
        publish(channel, envelope(newId(), body));
    }

    /** Publishes raw bytes below {@code up/}; returns when PUBACK is there. */
    public void publish(String channel, byte[] payload) {
        await(client.publishWith()
                .topic(root + "up/" + channel)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send());
    }

    public byte[] envelope(String id, ObjectNode body) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("v", 1)
                .put("id", id)
                .put("ts", Instant.now().toString())
                .put("seq", sequence.incrementAndGet());
        envelope.set("body", body);
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The first message, past or coming, that fits. */
    public JsonNode waitFor(String topic, Predicate<JsonNode> fits, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (received) {
            while (true) {
                for (Down down : received) {
                    if (down.topic().equals(topic) && fits.test(down.envelope().get("body"))) {
                        return down.envelope().get("body");
                    }
                }
                long leftMillis = (end - System.nanoTime()) / 1_000_000;
                if (leftMillis <= 0) {
                    throw new IllegalStateException("nothing fitting came on dn/" + topic + " within " + patience);
                }
                waitMillis(leftMillis);
            }
        }
    }

    public List<Down> received() {
        return List.copyOf(received);
    }

    /** What came since it was taken last; it is kept no longer. */
    public List<Down> take() {
        synchronized (received) {
            List<Down> all = List.copyOf(received);
            received.clear();
            return all;
        }
    }

    public boolean isConnected() {
        return client.getState().isConnected();
    }

    /** Waits until the service ends the connection; answers how long that took. */
    public Duration awaitEnd(Duration patience) {
        long start = System.nanoTime();
        try {
            ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException | TimeoutException stillThere) {
            throw new IllegalStateException("the connection still stands after " + patience, stillThere);
        }
    }

    @Override
    public void close() {
        await(client.disconnect());
    }

    private void receive(Mqtt5Publish publish) {
        String topic = publish.getTopic().toString();
        String below = topic.substring(topic.indexOf("/dn/") + 4);
        JsonNode envelope = read(publish.getPayloadAsBytes());
        synchronized (received) {
            if (received.size() >= KEPT_MAX) {
                received.removeFirst();
            }
            received.add(new Down(below, envelope));
            received.notifyAll();
        }
        JsonNode id = envelope.get("id");
        CompletableFuture<JsonNode> answer = id == null ? null : waiting.get(id.asText());
        if (answer != null) {
            answer.complete(envelope);
        }
    }

    private void waitMillis(long millis) {
        try {
            received.wait(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static JsonNode read(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds() + 5, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException | TimeoutException fault) {
            throw new IllegalStateException(fault.getMessage(), fault);
        }
    }
}
