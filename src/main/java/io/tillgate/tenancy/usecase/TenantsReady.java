package io.tillgate.tenancy.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready when the platform's realm and every tenant file are applied. */
@Readiness
@Startup
@ApplicationScoped
class TenantsReady implements HealthCheck {
    private final StartingTenants starting;

    TenantsReady(StartingTenants starting) {
        this.starting = starting;
    }

    @Override
    public HealthCheckResponse call() {
        Set<String> waiting = starting.waiting();
        return HealthCheckResponse.named("tenants")
                .status(waiting.isEmpty())
                .withData("waiting", String.join(", ", waiting))
                .build();
    }
}
