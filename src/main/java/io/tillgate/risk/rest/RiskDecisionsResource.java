package io.tillgate.risk.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.risk.RiskDecisions;
import io.tillgate.risk.RiskDecisions.Decided;
import io.tillgate.shared.PaymentId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Decisions with the rules that fired. */
@Path("/api/v1/risk/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
public class RiskDecisionsResource {
    private final RiskDecisions decisions;
    private final CurrentCaller caller;

    RiskDecisionsResource(RiskDecisions decisions, CurrentCaller caller) {
        this.decisions = decisions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Decisions, newest first; with outcome: proceed, refuse or review")
    public Uni<Page<Decided>> page(
            @QueryParam("outcome") @Pattern(regexp = "proceed|refuse|review") @Nullable String outcome,
            @BeanParam PageRequest page) {
        return decisions.page(caller.get().tenant(), outcome, page);
    }

    @GET
    @Path("/{payment}")
    @Operation(summary = "The decision about one payment, with the rules that fired")
    public Uni<Decided> of(@PathParam("payment") PaymentId payment) {
        return decisions.of(caller.get().tenant(), payment);
    }
}
