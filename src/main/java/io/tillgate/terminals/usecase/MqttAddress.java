package io.tillgate.terminals.usecase;

import io.tillgate.terminals.TerminalsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where terminals reach the MQTT gateway: as configured, or on this machine at the port that is listened on. */
@ApplicationScoped
public class MqttAddress {
    private final Optional<String> configured;
    private volatile int port;

    MqttAddress(TerminalsConfig config, @ConfigProperty(name = "tillgate.mqtt.port") int port) {
        this.configured = config.mqttAddress();
        this.port = port;
    }

    /** The port that is really listened on, which no setting names where any would do. */
    public void listening(int on) {
        port = on;
    }

    /** {@code host:port}. */
    String text() {
        return configured.orElseGet(() -> "localhost:" + port);
    }
}
