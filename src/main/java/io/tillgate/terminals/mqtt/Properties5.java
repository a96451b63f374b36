package io.tillgate.terminals.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import java.util.Optional;
import java.util.OptionalLong;

/** Reading and writing the properties of MQTT 5 packets. The library neither sets nor enforces any by itself. */
final class Properties5 {
    private final MqttProperties properties = new MqttProperties();

    static OptionalLong number(MqttProperties properties, MqttPropertyType type) {
        return properties.getProperty(type.value()) instanceof IntegerProperty p
                ? OptionalLong.of(Integer.toUnsignedLong(p.value()))
                : OptionalLong.empty();
    }

    static Optional<String> text(MqttProperties properties, MqttPropertyType type) {
        return properties.getProperty(type.value()) instanceof StringProperty p
                ? Optional.of(p.value())
                : Optional.empty();
    }

    static Optional<byte[]> bytes(MqttProperties properties, MqttPropertyType type) {
        return properties.getProperty(type.value()) instanceof BinaryProperty p
                ? Optional.of(p.value())
                : Optional.empty();
    }

    static boolean has(MqttProperties properties, MqttPropertyType type) {
        return properties.getProperty(type.value()) != null;
    }

    static MqttProperties reason(String reason) {
        return new Properties5().with(MqttPropertyType.REASON_STRING, reason).build();
    }

    Properties5 with(MqttPropertyType type, int value) {
        properties.add(new IntegerProperty(type.value(), value));
        return this;
    }

    Properties5 with(MqttPropertyType type, String value) {
        properties.add(new StringProperty(type.value(), value));
        return this;
    }

    Properties5 with(MqttPropertyType type, byte[] value) {
        properties.add(new BinaryProperty(type.value(), value));
        return this;
    }

    MqttProperties build() {
        return properties;
    }
}
