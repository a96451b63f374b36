package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.tillgate.terminals.authority.CertifiedTerminal;
import io.tillgate.terminals.domain.TerminalTopics;
import io.tillgate.terminals.usecase.TerminalSessions.Admission;
import io.tillgate.terminals.usecase.TerminalSessions.Opening;
import io.vertx.core.Context;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttWill;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jboss.logging.Logger;

/**
 * From CONNECT to CONNACK. A client must wait for CONNACK: the library closes the connection of one that does not, before
 * anything of it is read, so nothing is lost or acknowledged.
 */
final class Greeting {
    private static final Logger LOG = Logger.getLogger(Greeting.class);
    private static final int MQTT_3_1 = 3;
    private static final int MQTT_5 = 5;

    private final Gateway gateway;
    private final MqttEndpoint endpoint;
    private final Context loop;
    private boolean over;

    private Greeting(Gateway gateway, MqttEndpoint endpoint, Context loop) {
        this.gateway = gateway;
        this.endpoint = endpoint;
        this.loop = loop;
    }

    static void greet(Gateway gateway, MqttEndpoint endpoint, Context loop) {
        new Greeting(gateway, endpoint, loop).begin();
    }

    /** Runs synchronously to the end of the checks in memory: the TLS session is gone once the peer closes. */
    private void begin() {
        endpoint.closeHandler(ignored -> over = true);
        endpoint.exceptionHandler(fault -> over = true);
        Optional<CertifiedTerminal> certified = certified(endpoint.sslSession());
        if (endpoint.protocolVersion() == MQTT_3_1) {
            reject(Why.PROTOCOL);
        } else if (takesNothing()) {
            reject(Why.TAKES_NOTHING);
        } else if (wantsToProveItself()) {
            reject(Why.AUTHENTICATION);
        } else if (certified.isEmpty()) {
            reject(Why.NOT_ALLOWED);
        } else if (!certified.get().terminal().toString().equals(endpoint.clientIdentifier())) {
            reject(Why.CLIENT_ID);
        } else {
            checkWill(certified.get());
        }
    }

    /** MQTT 5, sections 3.1.2.11.3 and 3.1.2.11.4: neither may be 0, and the library lets both pass. */
    private boolean takesNothing() {
        return endpoint.protocolVersion() == MQTT_5
                && Stream.of(MqttPropertyType.RECEIVE_MAXIMUM, MqttPropertyType.MAXIMUM_PACKET_SIZE)
                        .map(type -> Properties5.number(endpoint.connectProperties(), type))
                        .anyMatch(value -> value.isPresent() && value.getAsLong() == 0);
    }

    /** MQTT 5, section 4.12: an exchange that this server does not do, as the certificate has said it all. */
    private boolean wantsToProveItself() {
        return endpoint.protocolVersion() == MQTT_5
                && Properties5.has(endpoint.connectProperties(), MqttPropertyType.AUTHENTICATION_METHOD);
    }

    private void checkWill(CertifiedTerminal certified) {
        MqttWill will = endpoint.will();
        String topic = new TerminalTopics(certified.terminal()).uplink(Channel.LWT.topic());
        if (will.isWillFlag() && will.isWillRetain() && endpoint.protocolVersion() == MQTT_5) {
            reject(Why.RETAIN);
        } else if (will.isWillFlag() && !topic.equals(will.getWillTopic())) {
            reject(Why.WILL_TOPIC);
        } else if (will.isWillFlag() && will.getWillMessageBytes().length > Channel.LWT.lengthMax()) {
            reject(Why.WILL_SIZE);
        } else if (!gateway.limits().mayConnect(certified.tenant(), certified.terminal())) {
            reject(Why.RATE);
        } else {
            open(certified);
        }
    }

    private void open(CertifiedTerminal certified) {
        Terms terms = Terms.of(endpoint, gateway.config());
        long timer = gateway.vertx()
                .setTimer(
                        gateway.config().connectTimeout().toMillis(),
                        ignored -> loop.runOnContext(v -> reject(Why.BUSY)));
        var opening = new Opening(
                certified.tenant(),
                certified.terminal(),
                certified.serial(),
                gateway.node(),
                endpoint.protocolVersion(),
                endpoint.remoteAddress().hostAddress(),
                endpoint.isCleanSession(),
                terms.expiry(),
                Wills.message(endpoint.will()));
        gateway.sessions()
                .open(opening)
                .subscribe()
                .with(
                        admission -> loop.runOnContext(v -> {
                            gateway.vertx().cancelTimer(timer);
                            admitted(admission, terms);
                        }),
                        fault -> loop.runOnContext(v -> {
                            LOG.warnf(
                                    "a session could not be opened: %s",
                                    fault.getClass().getSimpleName());
                            gateway.vertx().cancelTimer(timer);
                            reject(Why.BUSY);
                        }));
    }

    private void admitted(Admission admission, Terms terms) {
        switch (admission) {
            case Admission.NotAllowed ignored -> reject(Why.NOT_ALLOWED);
            case Admission.TenantSuspended ignored -> reject(Why.TENANT_SUSPENDED);
            case Admission.Admitted admitted -> {
                var connection = new TerminalConnection(gateway, endpoint, loop, admitted, terms);
                if (over) {
                    connection.abandon();
                    return;
                }
                over = true;
                connection.begin();
            }
        }
    }

    private void reject(Why why) {
        if (over) {
            return;
        }
        over = true;
        gateway.metrics().connectRefused(why.name().toLowerCase(java.util.Locale.ROOT));
        boolean five = endpoint.protocolVersion() == MQTT_5;
        try {
            endpoint.reject(
                    five ? why.five : why.three,
                    five ? Properties5.reason(why.sentence) : MqttProperties.NO_PROPERTIES);
        } catch (IllegalStateException closed) {
            LOG.debug("gone before it was refused");
        }
    }

    private Optional<CertifiedTerminal> certified(SSLSession session) {
        try {
            Certificate[] sent = session.getPeerCertificates();
            return CertifiedTerminal.of(gateway.intermediates().complete(sent));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    /** MQTT 3.1.1 and 5 have codes of their own for the same refusal. */
    private enum Why {
        PROTOCOL(
                MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION,
                MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION,
                "MQTT 3.1.1 or 5"),
        NOT_ALLOWED(
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5,
                "this certificate is not allowed"),
        TENANT_SUSPENDED(
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                MqttConnectReturnCode.CONNECTION_REFUSED_BANNED,
                "the tenant is suspended"),
        TAKES_NOTHING(
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                MqttConnectReturnCode.CONNECTION_REFUSED_PROTOCOL_ERROR,
                "receive maximum and maximum packet size are at least 1"),
        AUTHENTICATION(
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD,
                "the certificate alone says who you are"),
        CLIENT_ID(
                MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED,
                MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID,
                "the client id must be the terminal id of the certificate"),
        RETAIN(
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                MqttConnectReturnCode.CONNECTION_REFUSED_RETAIN_NOT_SUPPORTED,
                "wills are not retained"),
        WILL_TOPIC(
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                MqttConnectReturnCode.CONNECTION_REFUSED_TOPIC_NAME_INVALID,
                "the will belongs on the terminal's own up/lwt"),
        WILL_SIZE(
                MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                MqttConnectReturnCode.CONNECTION_REFUSED_PACKET_TOO_LARGE,
                "the will is too large"),
        RATE(
                MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
                MqttConnectReturnCode.CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED,
                "too many connections"),
        BUSY(
                MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
                MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5,
                "try again later");

        private final MqttConnectReturnCode three;
        private final MqttConnectReturnCode five;
        private final String sentence;

        Why(MqttConnectReturnCode three, MqttConnectReturnCode five, String sentence) {
            this.three = three;
            this.five = five;
            this.sentence = sentence;
        }
    }
}
