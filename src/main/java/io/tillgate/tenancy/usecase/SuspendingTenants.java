package io.tillgate.tenancy.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.store.PostgresTenantStore;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stops a tenant from working and lets it work again. Its people are refused and its terminals cut off: here at once, by
 * other replicas with their next look at the tenants. Its data stays, and what is under way is brought to its end:
 * reversals are sent, entries are sealed, events are told. Doing either twice changes nothing.
 */
@ApplicationScoped
public class SuspendingTenants {
    private final PostgresTenantStore store;
    private final RunningTenants running;

    SuspendingTenants(PostgresTenantStore store, RunningTenants running) {
        this.store = store;
        this.running = running;
    }

    public Uni<Tenant> suspend(Tenant tenant, String reason, Actor actor) {
        return become(tenant, Tenant.Status.SUSPENDED, actor, new JsonObject().put("reason", reason));
    }

    public Uni<Tenant> resume(Tenant tenant, Actor actor) {
        return become(tenant, Tenant.Status.ACTIVE, actor, new JsonObject());
    }

    private Uni<Tenant> become(Tenant tenant, Tenant.Status status, Actor actor, JsonObject why) {
        return store.become(tenant.id(), status, actor, why)
                .chain(running::refresh)
                .map(done -> running.tenant(tenant.id()));
    }
}
