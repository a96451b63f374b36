package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.smallrye.mutiny.Uni;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.TerminalRequest;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.MqttWill;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Publishes the will of a lost connection after its delay, unless the terminal came back anywhere meanwhile. */
record Wills(Gateway gateway) {
    private static final Logger LOG = Logger.getLogger(Wills.class);
    private static final Duration DELAY_MAX = Duration.ofMinutes(5);

    /** MQTT 5, section 3.1.3.2.2: the delay ends with the session at the latest. */
    void due(TerminalIdentity identity, Key key, MqttWill will, Duration sessionExpiry) {
        long asked = will.getWillProperties() == null
                ? 0
                : Properties5.number(will.getWillProperties(), MqttPropertyType.WILL_DELAY_INTERVAL)
                        .orElse(0);
        long seconds = Math.min(asked, Math.min(sessionExpiry.toSeconds(), DELAY_MAX.toSeconds()));
        gateway.vertx().setTimer(Math.max(1, seconds * 1000), ignored -> publish(identity, key, will));
    }

    private void publish(TerminalIdentity identity, Key key, MqttWill will) {
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

    private TerminalRequest request(TerminalIdentity identity, Key key, MqttWill will) {
        Instant now = gateway.clock().instant();
        JsonObject body = new JsonObject()
                .put("epoch", key.epoch())
                .put("message", new String(will.getWillMessageBytes(), StandardCharsets.UTF_8));
        return new TerminalRequest(
                identity,
                Channel.LWT.topic(),
                gateway.ids().next(),
                now,
                now.plus(EnvelopeReader.EXPIRY_DEFAULT),
                body,
                new byte[0]);
    }
}
