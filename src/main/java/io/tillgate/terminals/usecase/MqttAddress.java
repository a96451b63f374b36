package io.tillgate.terminals.usecase;

import io.tillgate.terminals.TerminalsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where terminals reach the MQTT gateway: as configured, or on this machine at the port that is listened on. */
@ApplicationScoped
class MqttAddress {
    private final String text;

    MqttAddress(TerminalsConfig config, @ConfigProperty(name = "tillgate.mqtt.port") int port) {
        this.text = config.mqttAddress().orElse("localhost:" + port);
    }

    /** {@code host:port}. */
    String text() {
        return text;
    }
}
