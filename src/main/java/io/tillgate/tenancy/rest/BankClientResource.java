package io.tillgate.tenancy.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.Tenants;
import io.tillgate.tenancy.usecase.HandingOutBankClients;
import io.tillgate.tenancy.usecase.HandingOutBankClients.BankClient;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How a tenant's bank signs in, for operators. */
@Path("/api/v1/tenants/{slug}/bank-client")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class BankClientResource {
    private final Tenants tenants;
    private final HandingOutBankClients clients;
    private final CurrentCaller caller;

    BankClientResource(Tenants tenants, HandingOutBankClients clients, CurrentCaller caller) {
        this.tenants = tenants;
        this.clients = clients;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Hands out what a tenant's bank signs in with; each time is audited")
    public Uni<RestResponse<BankClient>> handOut(@RestPath String slug) {
        return clients.handOut(
                        tenants.bySlug(slug)
                                .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such tenant")),
                        Actor.of(caller.get()))
                .map(client -> ResponseBuilder.ok(client)
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
