package io.tillgate.terminals.usecase;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.tillgate.platform.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Keeps the intermediates of all tenants at hand on each replica. Until the first round after a start, or after a tenant was
 * made on another replica, a terminal that sends its certificate alone is refused, and comes again.
 */
@ApplicationScoped
class LearningAuthorities {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final CertificateAuthorities authorities;
    private final TenantDirectory tenants;

    LearningAuthorities(CertificateAuthorities authorities, TenantDirectory tenants) {
        this.authorities = authorities;
        this.tenants = tenants;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.everyOnEachReplica("tenants' authorities", PERIOD, this::round);
    }

    private Uni<Void> round() {
        return authorities.learn(tenants.all().stream().map(RealmEntry::tenant).toList());
    }
}
