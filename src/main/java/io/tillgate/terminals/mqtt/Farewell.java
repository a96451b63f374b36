package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import java.time.Duration;

/** What a client may still change when it says goodbye (MQTT 5, section 3.14.2.2.2). */
final class Farewell {
    private Farewell() {}

    /** A session that was to end with the connection cannot be made to outlive it now. */
    static Duration expiry(MqttProperties properties, Duration agreed, GatewayConfig config) {
        var asked = Properties5.number(properties, MqttPropertyType.SESSION_EXPIRY_INTERVAL);
        if (asked.isEmpty() || agreed.isZero()) {
            return agreed;
        }
        Duration wanted = Duration.ofSeconds(asked.getAsLong());
        return wanted.compareTo(config.sessionExpiryMax()) > 0 ? config.sessionExpiryMax() : wanted;
    }
}
