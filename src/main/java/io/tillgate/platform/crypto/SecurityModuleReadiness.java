package io.tillgate.platform.crypto;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says in the readiness answer which security module runs; {@code DEGRADED} where it is accepted software. */
@Readiness
@ApplicationScoped
public class SecurityModuleReadiness implements HealthCheck {
    private final SecurityModule module;

    SecurityModuleReadiness(SecurityModule module) {
        this.module = module;
    }

    @Override
    public HealthCheckResponse call() {
        boolean warns = SoftwareModulePolicy.warns(ConfigUtils.isProfileActive(SoftwareModulePolicy.EMBEDDED));
        return HealthCheckResponse.named("security-module")
                .withData("module", module.kind())
                .withData("protection", warns ? "DEGRADED" : "EMBEDDED")
                .up()
                .build();
    }
}
