package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.tillgate.terminals.domain.InFlight;
import io.tillgate.terminals.domain.TerminalTopics;
import io.tillgate.terminals.usecase.TerminalOutbox.Downlink;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Everything that goes to the terminal: answers first, then what waits in the outbox, inside one window of messages in
 * flight. The library bounds nothing on this side, so the window, the queue of answers and the bytes not yet written are
 * bounded here. Nothing is sent again while connected (MQTT 5, section 4.4); a new connection gets what was not
 * acknowledged.
 */
final class Sending {
    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final int ANSWERS_MAX = 64;
    private static final long ANSWER = -1;
    /** Fixed header, topic length, packet id and every property but the correlation data, at their longest. */
    private static final int OVERHEAD_BYTES = 48;

    private final TerminalConnection connection;
    private final TerminalTopics topics;
    private final Subscribing subscriptions;
    private final InFlight<Long> inFlight;
    private final Deque<Outgoing> answers = new ArrayDeque<>();
    private final Set<Long> underway = new HashSet<>();
    private final List<Long> delivered = new ArrayList<>();

    private long passed;
    private int unwritten;
    private boolean fetching;
    private boolean again;
    private boolean recording;
    private boolean stopped;

    Sending(TerminalConnection connection, TerminalTopics topics, Subscribing subscriptions) {
        this.connection = connection;
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.inFlight = new InFlight<>(connection.terms().receiveMax());
    }

    /** @param sequence in the outbox, or -1 for an answer, which the terminal asks for again if it gets lost */
    private record Outgoing(
            String topic,
            JsonObject envelope,
            long sequence,
            byte @Nullable [] correlation,
            @Nullable Instant expiresAt) {}

    void answer(String channel, JsonObject envelope, byte @Nullable [] correlation) {
        offer(new Outgoing(topics.downlink(channel), envelope, ANSWER, correlation, null));
    }

    private void offer(Outgoing outgoing) {
        if (inFlight.free() > 0) {
            publish(outgoing);
        } else if (answers.size() < ANSWERS_MAX) {
            answers.addLast(outgoing);
        } else {
            connection.cut(Cut.SLOW);
        }
    }

    void acknowledged(int packetId) {
        inFlight.acknowledged(packetId).ifPresent(this::arrived);
        while (inFlight.free() > 0 && !answers.isEmpty()) {
            publish(answers.removeFirst());
        }
        if (inFlight.free() > 0) {
            mail();
        }
    }

    private void arrived(long sequence) {
        if (sequence != ANSWER) {
            delivered.add(sequence);
            record();
        }
    }

    /** One write at a time; what arrives meanwhile goes with the next. */
    private void record() {
        if (recording || delivered.isEmpty() || stopped) {
            return;
        }
        recording = true;
        List<Long> now = List.copyOf(delivered);
        delivered.clear();
        connection
                .gateway()
                .outbox()
                .delivered(connection.key(), now)
                .subscribe()
                .with(
                        done -> connection.onLoop(c -> {
                            recording = false;
                            underway.removeAll(now);
                            record();
                        }),
                        fault -> connection.onLoop(c -> {
                            LOG.warnf("deliveries could not be recorded: %s", fault.toString());
                            recording = false; // they stay underway here, and come again on the next connection
                        }));
    }

    void fromTheStart() {
        passed = 0;
    }

    /** Fetches what waits, as much as the window takes; one fetch at a time. */
    void mail() {
        if (stopped || inFlight.free() == 0 || !answers.isEmpty()) {
            return;
        }
        if (fetching) {
            again = true;
            return;
        }
        fetching = true;
        connection
                .gateway()
                .outbox()
                .next(connection.key(), passed, inFlight.free() + underway.size())
                .subscribe()
                .with(
                        downlinks -> connection.onLoop(c -> fetched(downlinks)),
                        fault -> connection.onLoop(c -> {
                            LOG.warnf("downlinks could not be read: %s", fault.toString());
                            fetching = false;
                        }));
    }

    private void fetched(List<Downlink> downlinks) {
        fetching = false;
        for (Downlink downlink : downlinks) {
            if (inFlight.free() == 0 || connection.isEnded()) {
                return;
            }
            passed = Math.max(passed, downlink.sequence());
            if (underway.contains(downlink.sequence())) {
                continue;
            }
            send(downlink);
        }
        if (again || !downlinks.isEmpty()) {
            again = false;
            mail();
        }
    }

    private void send(Downlink downlink) {
        String topic = topics.downlink(downlink.channel());
        if (subscriptions.quality(topic).isEmpty()) {
            return;
        }
        underway.add(downlink.sequence());
        JsonObject envelope =
                Envelope.downlink(downlink.id(), downlink.acceptedAt(), downlink.expiresAt(), downlink.body());
        publish(new Outgoing(topic, envelope, downlink.sequence(), null, downlink.expiresAt()));
    }

    private void publish(Outgoing outgoing) {
        var quality = subscriptions.quality(outgoing.topic());
        if (quality.isEmpty()) {
            connection.gateway().metrics().notSubscribed();
            return;
        }
        Buffer payload = outgoing.envelope().toBuffer();
        byte[] correlation = outgoing.correlation();
        int size = payload.length()
                + outgoing.topic().length()
                + OVERHEAD_BYTES
                + (correlation == null ? 0 : correlation.length);
        if (size > connection.terms().packetMax()) {
            LOG.warnf("a message on %s is larger than terminal %s takes", outgoing.topic(), connection.terminal());
            arrived(outgoing.sequence());
            return;
        }
        Instant now = connection.gateway().clock().instant();
        int packetId = quality.getAsInt() == 0
                ? 0
                : inFlight.send(outgoing.sequence(), now).orElseThrow();
        unwritten += size;
        connection
                .endpoint()
                .publish(
                        outgoing.topic(),
                        payload,
                        packetId == 0 ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE,
                        false,
                        false,
                        packetId,
                        properties(outgoing, now))
                .onComplete(written -> {
                    unwritten -= size;
                    if (packetId == 0 && written.succeeded()) {
                        arrived(outgoing.sequence());
                    }
                });
        if (unwritten > connection.gateway().config().unwrittenBytesMax()) {
            connection.cut(Cut.SLOW);
        }
    }

    private MqttProperties properties(Outgoing outgoing, Instant now) {
        if (!connection.terms().five()) {
            return MqttProperties.NO_PROPERTIES;
        }
        var properties = new Properties5()
                .with(MqttPropertyType.PAYLOAD_FORMAT_INDICATOR, 1)
                .with(MqttPropertyType.CONTENT_TYPE, "application/json");
        byte[] correlation = outgoing.correlation();
        if (correlation != null) {
            properties.with(MqttPropertyType.CORRELATION_DATA, correlation);
        }
        Instant expiresAt = outgoing.expiresAt();
        if (expiresAt != null) {
            long seconds = Math.max(1, Duration.between(now, expiresAt).toSeconds());
            properties.with(MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL, (int) Math.min(seconds, Integer.MAX_VALUE));
        }
        return properties.build();
    }

    boolean isStuck(Instant now) {
        Duration limit = connection.gateway().config().slowReaderLimit();
        return inFlight.oldest().filter(at -> at.plus(limit).isBefore(now)).isPresent();
    }

    void stop() {
        stopped = true;
        answers.clear();
    }
}
