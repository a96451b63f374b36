package io.tillgate.terminals.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when terminals can connect, or when this replica carries none on purpose. */
@Readiness
@ApplicationScoped
class MqttReady implements HealthCheck {
    private final MqttGateway gateway;
    private final GatewayConfig config;

    MqttReady(MqttGateway gateway, GatewayConfig config) {
        this.gateway = gateway;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mqtt")
                .status(gateway.port() > 0 || !config.enabled())
                .withData("port", gateway.port())
                .withData("enabled", config.enabled())
                .build();
    }
}
