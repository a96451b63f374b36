package io.tillgate.tenancy.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.tillgate.tenancy.usecase.SuspendingTenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Whether a tenant may work, for operators. */
@Path("/api/v1/tenants/{slug}/suspension")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class SuspensionResource {
    private final Tenants tenants;
    private final SuspendingTenants suspending;
    private final CurrentCaller caller;

    SuspensionResource(Tenants tenants, SuspendingTenants suspending, CurrentCaller caller) {
        this.tenants = tenants;
        this.suspending = suspending;
        this.caller = caller;
    }

    /** @param reason for the audit record; the tenant does not read it */
    public record SuspensionBody(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Suspends a tenant: its people are refused, its terminals cut off, its data stays")
    public Uni<TenantView> suspend(@RestPath String slug, @NotNull @Valid SuspensionBody body) {
        return suspending
                .suspend(existing(slug), body.reason(), Actor.of(caller.get()))
                .map(TenantView::of);
    }

    @DELETE
    @Operation(summary = "Lets a suspended tenant work again")
    public Uni<TenantView> resume(@RestPath String slug) {
        return suspending.resume(existing(slug), Actor.of(caller.get())).map(TenantView::of);
    }

    private Tenant existing(String slug) {
        return tenants.bySlug(slug).orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such tenant"));
    }
}
