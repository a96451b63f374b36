package io.tillgate.payments.iso8583;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Each link's state in the readiness answer, as data: always up, since a card host that is away must not take the whole
 * service, with its cash sales and its portal, out of balance.
 */
@Readiness
@ApplicationScoped
class CardHostLinks implements HealthCheck {
    private final CardHosts hosts;

    CardHostLinks(CardHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("card-host-links");
        hosts.all().forEach(link -> answer.withData(link.name(), link.state().name()));
        return answer.up().build();
    }
}
