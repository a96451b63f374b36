package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.vertx.mqtt.MqttEndpoint;
import java.time.Duration;

/**
 * What client and gateway agreed on at CONNECT.
 *
 * @param keepAlive longest silence of the client is one and a half times this
 * @param receiveMax messages that the client takes without acknowledging, at most
 * @param packetMax bytes of a packet that the client takes
 * @param expiry how long the session outlives the connection
 * @param explains whether the client wants reason strings
 */
record Terms(boolean five, Duration keepAlive, int receiveMax, long packetMax, Duration expiry, boolean explains) {
    static final int RECEIVE_MAX = 32;
    static final int PACKET_MAX = 65_536;
    private static final int SEND_WINDOW_MAX = 16;
    private static final long NEVER_EXPIRES = 0xFFFF_FFFFL;

    static Terms of(MqttEndpoint endpoint, GatewayConfig config) {
        boolean five = endpoint.protocolVersion() == 5;
        Duration asked = Duration.ofSeconds(endpoint.keepAliveTimeSeconds());
        Duration longest = five ? config.keepAliveMax() : config.keepAliveMax3();
        Duration keepAlive = asked.isZero() || asked.compareTo(longest) > 0 ? longest : asked;
        MqttProperties p = five ? endpoint.connectProperties() : MqttProperties.NO_PROPERTIES;
        long window = Properties5.number(p, MqttPropertyType.RECEIVE_MAXIMUM).orElse(SEND_WINDOW_MAX);
        long packets =
                Properties5.number(p, MqttPropertyType.MAXIMUM_PACKET_SIZE).orElse(Long.MAX_VALUE);
        long wants = Properties5.number(p, MqttPropertyType.REQUEST_PROBLEM_INFORMATION)
                .orElse(1);
        return new Terms(
                five,
                keepAlive,
                (int) Math.min(window, SEND_WINDOW_MAX),
                packets,
                five ? expiry(p, config) : expiry3(endpoint, config),
                five && wants != 0);
    }

    private static Duration expiry(MqttProperties properties, GatewayConfig config) {
        long seconds = Properties5.number(properties, MqttPropertyType.SESSION_EXPIRY_INTERVAL)
                .orElse(0);
        Duration asked = seconds == NEVER_EXPIRES ? config.sessionExpiryMax() : Duration.ofSeconds(seconds);
        return asked.compareTo(config.sessionExpiryMax()) > 0 ? config.sessionExpiryMax() : asked;
    }

    private static Duration expiry3(MqttEndpoint endpoint, GatewayConfig config) {
        return endpoint.isCleanSession() ? Duration.ZERO : config.sessionExpiryMax();
    }

    /** MQTT 5, section 3.2.2.3; the library adds none by itself. */
    MqttProperties connack() {
        if (!five) {
            return MqttProperties.NO_PROPERTIES;
        }
        return new Properties5()
                .with(MqttPropertyType.RECEIVE_MAXIMUM, RECEIVE_MAX)
                .with(MqttPropertyType.MAXIMUM_PACKET_SIZE, PACKET_MAX)
                .with(MqttPropertyType.TOPIC_ALIAS_MAXIMUM, 0)
                .with(MqttPropertyType.RETAIN_AVAILABLE, 0)
                .with(MqttPropertyType.SHARED_SUBSCRIPTION_AVAILABLE, 0)
                .with(MqttPropertyType.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0)
                .with(MqttPropertyType.SERVER_KEEP_ALIVE, (int) keepAlive.toSeconds())
                .with(MqttPropertyType.SESSION_EXPIRY_INTERVAL, (int) expiry.toSeconds())
                .build();
    }

    Duration silenceMax() {
        return keepAlive.multipliedBy(3).dividedBy(2);
    }
}
