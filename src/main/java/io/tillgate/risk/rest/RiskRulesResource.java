package io.tillgate.risk.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RuleTrial;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The rules in force, and a place to try one. Rules are changed in the tenant's file. */
@Path("/api/v1/risk/rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
public class RiskRulesResource {
    private final Risk risk;
    private final RuleTrial trial;
    private final CurrentCaller caller;

    RiskRulesResource(Risk risk, RuleTrial trial, CurrentCaller caller) {
        this.risk = risk;
        this.trial = trial;
        this.caller = caller;
    }

    /** An expression to try. */
    public record Expression(@NotBlank @Size(max = 1000) String when) {}

    @GET
    @Operation(summary = "The rules in force, in the order in which they are asked")
    public Page<RiskPolicy.Rule> rules() {
        return new Page<>(risk.policyOf(caller.get().tenant()).rules(), null);
    }

    @POST
    @Path("/test")
    @Operation(summary = "Tries a rule on the latest decisions, without putting it in force")
    public Uni<RuleTrial.Outcome> test(@Valid @NotNull Expression expression) {
        return trial.test(caller.get().tenant(), expression.when());
    }
}
