package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.smallrye.mutiny.Uni;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.TerminalRequest;
import io.tillgate.terminals.usecase.TerminalSessions.DueWill;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.MqttWill;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes the will of a lost connection after its delay, unless the terminal came back anywhere meanwhile. */
record Wills(Gateway gateway) {
    private static final Logger LOG = Logger.getLogger(Wills.class);
    private static final Duration DELAY_MAX = Duration.ofMinutes(5);

    /** What is kept of a will; text, and a zero byte could not be. Null without a will. */
    static @Nullable String message(MqttWill will) {
        return will.isWillFlag()
                ? new String(will.getWillMessageBytes(), StandardCharsets.UTF_8).replace('\0', '\uFFFD')
                : null;
    }

    /**
     * MQTT 5, section 3.1.3.2.2: the delay ends with the session at the latest. The will waits in the session's row as
     * well, in case this node does not live to publish it.
     */
    static @Nullable DueWill due(UUID id, MqttWill will, Duration sessionExpiry) {
        String message = message(will);
        if (message == null) {
            return null;
        }
        long asked = will.getWillProperties() == null
                ? 0
                : Properties5.number(will.getWillProperties(), MqttPropertyType.WILL_DELAY_INTERVAL)
                        .orElse(0);
        long seconds = Math.min(asked, Math.min(sessionExpiry.toSeconds(), DELAY_MAX.toSeconds()));
        return new DueWill(id, message, Duration.ofSeconds(seconds));
    }

    void publishLater(TerminalIdentity identity, Key key, DueWill will) {
        gateway.vertx().setTimer(Math.max(1, will.delay().toMillis()), ignored -> publish(identity, key, will));
    }

    private void publish(TerminalIdentity identity, Key key, DueWill will) {
        gateway.sessions()
                .pulses(List.of(key))
                .chain(pulses -> pulses.stream().anyMatch(p -> p.live() && p.epoch() == key.epoch())
                        ? gateway.uplinks().handle(request(identity, key, will), () -> {})
                        : Uni.createFrom().item(new JsonObject()))
                .subscribe()
                .with(
                        done -> LOG.debugf("will of %s settled", identity.terminal()),
                        fault -> LOG.warnf("a will could not be published: %s", fault.toString()));
    }

    private TerminalRequest request(TerminalIdentity identity, Key key, DueWill will) {
        Instant now = gateway.clock().instant();
        JsonObject body = new JsonObject().put("epoch", key.epoch()).put("message", will.message());
        return new TerminalRequest(
                identity,
                false,
                Channel.LWT.topic(),
                will.id(),
                now,
                now.plus(EnvelopeReader.EXPIRY_DEFAULT),
                body,
                new byte[0]);
    }
}
