package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.Statements;
import io.tillgate.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The statement of a payout. Merchants see their own, the acquirer's staff everybody's. */
@Path("/api/v1/payouts/{id}/statement")
@RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.ACQUIRER_ADMIN, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
public class StatementsResource {
    private final Statements statements;
    private final Tenants tenants;
    private final CurrentCaller callers;

    StatementsResource(Statements statements, Tenants tenants, CurrentCaller callers) {
        this.statements = statements;
        this.tenants = tenants;
        this.callers = callers;
    }

    @GET
    @Produces({StatementAnswers.PDF, StatementAnswers.CSV})
    @Operation(summary = "The statement of a payout, as PDF or CSV, down to each payment")
    public Uni<Response> statement(
            @RestPath UUID id, @Valid @BeanParam StatementQuery query, @Context HttpHeaders headers) {
        Caller caller = callers.get();
        Locale locale =
                StatementAnswers.locale(query, tenants.settings(caller.tenant()).locale());
        return statements
                .ofPayout(caller, id, StatementAnswers.format(query, headers), locale)
                .map(StatementAnswers::answer);
    }
}
