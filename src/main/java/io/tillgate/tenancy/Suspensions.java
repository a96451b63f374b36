package io.tillgate.tenancy;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.Caller;
import io.tillgate.tenancy.usecase.SuspendingTenants;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a tenant may work, for operators. Doing either twice changes nothing. */
@ApplicationScoped
public class Suspensions {
    private final SuspendingTenants suspending;

    Suspensions(SuspendingTenants suspending) {
        this.suspending = suspending;
    }

    /**
     * Its people are refused, its terminals cut off, its data stays.
     *
     * @param reason for the audit record
     */
    public Uni<Tenant> suspend(Caller caller, Tenant tenant, String reason) {
        return suspending.suspend(tenant, reason, Actor.of(caller));
    }

    public Uni<Tenant> resume(Caller caller, Tenant tenant) {
        return suspending.resume(tenant, Actor.of(caller));
    }
}
