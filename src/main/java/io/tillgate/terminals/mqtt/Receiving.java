package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.smallrye.mutiny.Uni;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.TerminalRequest;
import io.tillgate.terminals.domain.AcknowledgementOrder;
import io.tillgate.terminals.domain.AcknowledgementOrder.Arrival;
import io.tillgate.terminals.domain.AcknowledgementOrder.Ready;
import io.tillgate.terminals.domain.SequenceGaps;
import io.tillgate.terminals.domain.TerminalTopics;
import io.tillgate.terminals.usecase.TenantRules;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Everything that comes from the terminal. A PUBACK leaves after the handler's first commit and in the order of the
 * PUBLISHes; a refusal goes out on {@code dn/err} with a code, and to MQTT 5 as a reason as well.
 */
final class Receiving {
    private static final Logger LOG = Logger.getLogger(Receiving.class);

    /** A topic outside the terminal's own up/, or with a name that no channel could have. */
    private static final String FOREIGN = "unknown";

    private final TerminalConnection connection;
    private final TerminalTopics topics;
    private final Sending sending;
    private final RateLimits.OfConnection limits;
    private final AcknowledgementOrder<MqttPubAckReasonCode> order = new AcknowledgementOrder<>(Terms.RECEIVE_MAX);
    private final SequenceGaps gaps = new SequenceGaps();
    private int unacknowledgedQuality0;

    Receiving(TerminalConnection connection, TerminalTopics topics, Sending sending) {
        this.connection = connection;
        this.topics = topics;
        this.sending = sending;
        this.limits = connection
                .gateway()
                .limits()
                .ofConnection(connection.key().tenant(), connection.key().terminal());
    }

    /** One PUBLISH that was let in, and what is needed to answer it. */
    private static final class Uplink {
        final int packetId;
        final int quality;
        final Channel channel;
        /** What dn/err names: also of a topic that is no channel. */
        final String channelName;

        final byte @Nullable [] correlation;
        final @Nullable String responseTopic;
        final @Nullable Duration lifetime;
        /** Once settled, its packet id may stand for another message. */
        boolean settled;

        Uplink(MqttPublishMessage message, Channel channel, String channelName, MqttProperties properties) {
            this.packetId = message.messageId();
            this.quality = message.qosLevel().value();
            this.channel = channel;
            this.channelName = channelName;
            this.correlation = Properties5.bytes(properties, MqttPropertyType.CORRELATION_DATA)
                    .orElse(null);
            this.responseTopic = Properties5.text(properties, MqttPropertyType.RESPONSE_TOPIC)
                    .orElse(null);
            this.lifetime = Properties5.number(properties, MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL).stream()
                    .mapToObj(Duration::ofSeconds)
                    .findFirst()
                    .orElse(null);
        }

        /** The message expiry of MQTT 5 shortens what the envelope says, and never lengthens it. */
        Instant expiry(Envelope envelope, Instant receivedAt) {
            Instant latest = lifetime == null ? envelope.expiresAt() : receivedAt.plus(lifetime);
            return latest.isBefore(envelope.expiresAt()) ? latest : envelope.expiresAt();
        }
    }

    void published(MqttPublishMessage message) {
        Optional<Cut> breach = breach(message);
        if (breach.isPresent()) {
            connection.cut(breach.get());
            return;
        }
        int quality = message.qosLevel().value();
        Arrival arrival = quality == 0 ? quality0() : order.arrived(message.messageId(), quality);
        switch (arrival) {
            case FIRST -> admit(message);
            case UNDERWAY -> LOG.trace("sent again while underway");
            case RECEIVED_BEFORE -> connection.endpoint().publishReceived(message.messageId());
            case TOO_MANY -> connection.cut(Cut.RECEIVE_MAXIMUM);
        }
    }

    private Arrival quality0() {
        return unacknowledgedQuality0++ < Terms.RECEIVE_MAX ? Arrival.FIRST : Arrival.TOO_MANY;
    }

    /** What breaks the protocol itself. */
    private Optional<Cut> breach(MqttPublishMessage message) {
        if (!connection.terms().five()) {
            return Optional.empty();
        }
        if (message.topicName().isEmpty() || Properties5.has(message.properties(), MqttPropertyType.TOPIC_ALIAS)) {
            return Optional.of(Cut.TOPIC_ALIAS);
        }
        return message.isRetain() ? Optional.of(Cut.RETAIN) : Optional.empty();
    }

    private void admit(MqttPublishMessage message) {
        Optional<String> named = topics.channelOf(message.topicName());
        Optional<Channel> channel =
                named.flatMap(Channel::of).filter(connection.gateway().uplinks()::hasHandler);
        MqttProperties properties = connection.terms().five() ? message.properties() : MqttProperties.NO_PROPERTIES;
        var uplink = new Uplink(message, channel.orElse(Channel.EVT), named.orElse(FOREIGN), properties);
        byte[] payload = message.payload().getBytes();
        Optional<TerminalProblem> tooMany = limits.refusal(payload.length);
        if (tooMany.isPresent()) {
            tooMany(uplink, tooMany.get(), payload);
        } else if (channel.isEmpty()) {
            foreignTopic(uplink, payload);
        } else if (message.isRetain()) {
            refuse(uplink, EnvelopeReader.idIn(payload), TerminalProblem.RETAIN, "retained messages are not kept");
        } else {
            connection.gateway().metrics().received(uplink.channel);
            read(uplink, payload);
        }
    }

    /** The terminal has to know which message was not taken: MQTT 3.1.1 acknowledges it all the same. */
    private void tooMany(Uplink uplink, TerminalProblem problem, byte[] payload) {
        String detail = "send the same id again in some seconds";
        if (problem == TerminalProblem.QUOTA) {
            TenantRules tenants = connection.gateway().tenants();
            connection
                    .gateway()
                    .metrics()
                    .quotaExceeded(tenants.label(connection.key().tenant()));
            detail = "more than the tenant allows a terminal in a minute: " + detail;
        }
        refuse(uplink, EnvelopeReader.idIn(payload), problem, detail);
    }

    /** MQTT 5 with quality 0 or 2 has no place for a reason, so the connection ends with one. */
    private void foreignTopic(Uplink uplink, byte[] payload) {
        if (connection.terms().five() && uplink.quality != 1) {
            connection.cut(Cut.TOPIC);
        } else {
            refuse(
                    uplink,
                    EnvelopeReader.idIn(payload),
                    TerminalProblem.TOPIC,
                    "not a topic that this terminal may publish to");
        }
    }

    private void read(Uplink uplink, byte[] payload) {
        Instant now = connection.gateway().clock().instant();
        String expected = topics.downlink(uplink.channel.topic());
        switch (EnvelopeReader.read(payload, uplink.channel.lengthMax(), now)) {
            case Envelope.Reading.Unreadable u -> {
                String id = u.id() == null ? EnvelopeReader.idIn(payload) : u.id();
                refuse(uplink, id, u.problem(), u.detail());
            }
            case Envelope.Reading.Read(Envelope envelope) -> {
                Long sequence = envelope.sequence();
                if (sequence != null) {
                    connection.gateway().metrics().sequenceGap(gaps.missingBefore(sequence));
                }
                String responseTopic = uplink.responseTopic;
                if (responseTopic != null && !responseTopic.equals(expected)) {
                    refuse(
                            uplink,
                            envelope.sentId(),
                            TerminalProblem.RESPONSE_TOPIC,
                            "the answer comes on " + expected);
                } else {
                    dispatch(uplink, envelope, uplink.expiry(envelope, now));
                }
            }
        }
    }

    private void dispatch(Uplink uplink, Envelope envelope, Instant expiresAt) {
        var request = new TerminalRequest(
                connection.identity(),
                connection.isBlocked(),
                uplink.channel.topic(),
                envelope.id(),
                envelope.sentAt(),
                expiresAt,
                envelope.body(),
                envelope.hash());
        Uni<JsonObject> answer = connection
                .gateway()
                .uplinks()
                .handle(request, () -> connection.onLoop(c -> settle(uplink, MqttPubAckReasonCode.SUCCESS)));
        answer.subscribe()
                .with(
                        body -> answered(uplink, envelope.sentId(), body),
                        fault -> connection.onLoop(c -> failed(uplink, envelope.sentId(), fault)));
    }

    /** A terminal that reconnected meanwhile gets the answer on its new connection, if that is held here. */
    private void answered(Uplink uplink, String id, JsonObject body) {
        connection.onLoop(c -> settle(uplink, MqttPubAckReasonCode.SUCCESS));
        if (body.isEmpty()) {
            return;
        }
        JsonObject envelope = Envelope.answer(id, connection.gateway().clock().instant(), body);
        connection
                .gateway()
                .local()
                .find(connection.terminal())
                .ifPresent(
                        newest -> newest.onLoop(c -> c.answer(uplink.channel.topic(), envelope, uplink.correlation)));
    }

    private void failed(Uplink uplink, String id, Throwable fault) {
        if (fault instanceof Refusal refusal) {
            refuse(uplink, id, refusal.code(), refusal.detail());
            return;
        }
        LOG.errorf(fault, "a message on %s could not be handled", uplink.channel.topic());
        error(uplink, id, CommonProblem.UNAVAILABLE, "nothing was accepted: send the same id again");
        if (connection.terms().five() || uplink.settled || uplink.quality == 0) {
            settle(uplink, MqttPubAckReasonCode.UNSPECIFIED_ERROR);
        } else {
            connection.cut(Cut.NOT_ACCEPTED);
        }
    }

    private void refuse(Uplink uplink, @Nullable String id, ProblemCode problem, String detail) {
        if (problem instanceof TerminalProblem known) {
            connection.gateway().metrics().refused(known);
        }
        error(uplink, id, problem, detail);
        settle(uplink, Refusals.reason(problem));
    }

    private void error(Uplink uplink, @Nullable String id, ProblemCode problem, String detail) {
        String about = id == null ? connection.gateway().ids().next().toString() : id;
        Instant now = connection.gateway().clock().instant();
        JsonObject body = Refusals.body(problem, detail, uplink.channelName);
        sending.answer("err", Envelope.answer(about, now, body), uplink.correlation);
    }

    private void settle(Uplink uplink, MqttPubAckReasonCode reason) {
        if (uplink.settled) {
            return;
        }
        uplink.settled = true;
        if (uplink.quality == 0) {
            unacknowledgedQuality0 = Math.max(0, unacknowledgedQuality0 - 1);
            return;
        }
        order.settled(uplink.packetId, reason).forEach(this::acknowledge);
    }

    /** This version of the library loses the reason of a PUBREC on the wire, so it never carries one. */
    private void acknowledge(Ready<MqttPubAckReasonCode> ready) {
        if (ready.quality() == 2) {
            connection.endpoint().publishReceived(ready.packetId());
        } else if (connection.terms().five()) {
            connection.endpoint().publishAcknowledge(ready.packetId(), ready.reason(), MqttProperties.NO_PROPERTIES);
        } else {
            connection.endpoint().publishAcknowledge(ready.packetId());
        }
    }

    void released(int packetId) {
        order.released(packetId);
        connection.endpoint().publishComplete(packetId);
    }
}
