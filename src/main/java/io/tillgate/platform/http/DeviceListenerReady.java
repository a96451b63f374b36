package io.tillgate.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when terminals can enrol. */
@Readiness
@ApplicationScoped
class DeviceListenerReady implements HealthCheck {
    private final DeviceListener listener;

    DeviceListenerReady(DeviceListener listener) {
        this.listener = listener;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("device-listener")
                .status(listener.port() > 0)
                .withData("port", listener.port())
                .build();
    }
}
