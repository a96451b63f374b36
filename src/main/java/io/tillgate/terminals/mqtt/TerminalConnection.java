package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.domain.TerminalTopics;
import io.tillgate.terminals.usecase.TerminalSessions.Admission.Admitted;
import io.tillgate.terminals.usecase.TerminalSessions.Closing;
import io.tillgate.terminals.usecase.TerminalSessions.DueWill;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.core.Context;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One accepted connection. Everything in it runs on the event loop of its endpoint; whoever comes from elsewhere enters
 * by {@link #onLoop}. It ends once: by the client's DISCONNECT, by a lost line, or by a cut of ours with a reason.
 */
final class TerminalConnection {
    private static final Logger LOG = Logger.getLogger(TerminalConnection.class);

    private final Gateway gateway;
    private final MqttEndpoint endpoint;
    private final Context loop;
    private final Terms terms;
    private final TerminalIdentity identity;
    private final Key key;
    private final Admitted admitted;
    private final Sending sending;
    private final Receiving receiving;
    private final Subscribing subscribing;

    private Instant heardAt;
    private boolean ended;
    private boolean farewell;
    private boolean blocked;
    private Duration expiry;

    TerminalConnection(Gateway gateway, MqttEndpoint endpoint, Context loop, Admitted admitted, Terms terms) {
        this.gateway = gateway;
        this.endpoint = endpoint;
        this.loop = loop;
        this.admitted = admitted;
        this.terms = terms;
        this.identity = admitted.identity();
        this.key = new Key(identity.tenant(), identity.merchant(), identity.terminal(), admitted.epoch());
        this.heardAt = gateway.clock().instant();
        this.expiry = terms.expiry();
        this.blocked = admitted.blocked();
        var topics = new TerminalTopics(identity.terminal());
        this.subscribing = new Subscribing(this, topics, admitted.subscriptions());
        this.sending = new Sending(this, topics, subscribing);
        this.receiving = new Receiving(this, topics, sending);
    }

    /** The client went away while its session was being opened. */
    void abandon() {
        ended = true;
        closeSession("gone before CONNACK", true, null);
    }

    /** Sends CONNACK; from here on the client may speak. */
    void begin() {
        endpoint.publishHandler(m -> guarded(() -> receiving.published(m)));
        endpoint.publishReleaseHandler(id -> guarded(() -> receiving.released(id)));
        endpoint.publishAcknowledgeHandler(id -> guarded(() -> sending.acknowledged(id)));
        endpoint.subscribeHandler(m -> guarded(() -> subscribing.subscribed(m)));
        endpoint.unsubscribeHandler(m -> guarded(() -> subscribing.unsubscribed(m)));
        endpoint.pingHandler(ignored -> heardAt = gateway.clock().instant());
        endpoint.disconnectMessageHandler(m -> {
            farewell = m.code() != MqttDisconnectReasonCode.WITH_WILL_MESSAGE;
            expiry = Farewell.expiry(m.properties(), expiry, gateway.config());
        });
        endpoint.disconnectHandler(ignored -> farewell |= !terms.five());
        endpoint.closeHandler(ignored -> closed());
        endpoint.exceptionHandler(this::undecodable);
        gateway.local().put(this).ifPresent(old -> old.onLoop(c -> c.cut(Cut.TAKEN_OVER)));
        endpoint.accept(admitted.present(), terms.connack());
        gateway.metrics().connected();
        if (admitted.displaced()) {
            gateway.wakeUps().wake(identity.terminal());
        }
        sending.mail();
    }

    void onLoop(Consumer<TerminalConnection> work) {
        loop.runOnContext(ignored -> {
            if (!ended) {
                work.accept(this);
            }
        });
    }

    /** Like {@link #onLoop}, also after the end. */
    void onLoopAlways(Consumer<TerminalConnection> work) {
        loop.runOnContext(ignored -> work.accept(this));
    }

    void answer(String channel, JsonObject envelope, byte @Nullable [] correlation) {
        sending.answer(channel, envelope, correlation);
    }

    /** New downlinks may wait. */
    void mail() {
        sending.mail();
    }

    /** More topics are subscribed: what was passed over is looked at again. */
    void mailAgain() {
        sending.fromTheStart();
        sending.mail();
    }

    /** Once a second: silence, slow readers. The library's own keep alive ignores the value that we announced. */
    void sweep() {
        Instant now = gateway.clock().instant();
        if (Duration.between(heardAt, now).compareTo(terms.silenceMax()) > 0) {
            cut(Cut.SILENT);
        } else if (sending.isStuck(now)) {
            cut(Cut.SLOW);
        }
    }

    /** Ends the connection with a reason that a client of MQTT 5 can read. */
    void cut(Cut cut) {
        if (ended) {
            return;
        }
        end(cut.name().toLowerCase(Locale.ROOT), cut.isLost());
        try {
            if (terms.five()) {
                endpoint.disconnect(cut.code(), MqttProperties.NO_PROPERTIES);
            }
            endpoint.close();
        } catch (IllegalStateException closed) {
            LOG.debug("already closed");
        }
    }

    /** The library closes the channel right after this, without a word to the client. */
    private void undecodable(Throwable fault) {
        cut(fault instanceof TooLongFrameException ? Cut.PACKET_TOO_LARGE : Cut.MALFORMED);
    }

    private void closed() {
        if (!ended) {
            end(farewell ? "disconnect" : "lost", !farewell);
        }
    }

    private void end(String reason, boolean lost) {
        ended = true;
        sending.stop();
        gateway.local().remove(this);
        gateway.metrics().ended(reason);
        DueWill will = lost ? Wills.due(gateway.ids().next(), endpoint.will(), expiry) : null;
        closeSession(reason, lost, will);
        if (will != null) {
            new Wills(gateway).publishLater(identity, key, will);
        }
    }

    private void closeSession(String reason, boolean lost, @Nullable DueWill will) {
        gateway.sessions()
                .close(key, new Closing(reason, lost, expiry, will))
                .subscribe()
                .with(
                        done -> LOG.debugf("session of %s closed: %s", identity.terminal(), reason),
                        fault -> LOG.warnf("the end of a session could not be recorded: %s", fault.toString()));
    }

    /** An exception in a handler would leave the connection open and the message unacknowledged for ever. */
    private void guarded(Runnable work) {
        if (ended) {
            return;
        }
        heardAt = gateway.clock().instant();
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.error("a packet could not be handled", fault);
            cut(Cut.FAULT);
        }
    }

    /** The pulse has news of whether the terminal may take new money. */
    void blocked(boolean now) {
        blocked = now;
    }

    boolean isBlocked() {
        return blocked;
    }

    boolean isEnded() {
        return ended;
    }

    Gateway gateway() {
        return gateway;
    }

    MqttEndpoint endpoint() {
        return endpoint;
    }

    Terms terms() {
        return terms;
    }

    TerminalIdentity identity() {
        return identity;
    }

    TerminalId terminal() {
        return identity.terminal();
    }

    Key key() {
        return key;
    }
}
