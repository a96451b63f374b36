package io.tillgate.ledger.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Chain;
import io.tillgate.ledger.ChainHead;
import io.tillgate.ledger.ChainVerification;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The sealed journal: its signed head, and a check of any stretch of it. */
@Path("/api/v1/ledger/chain")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
public class ChainResource {
    private final Chain chain;
    private final CurrentCaller caller;

    ChainResource(Chain chain, CurrentCaller caller) {
        this.chain = chain;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The signed head of the journal's hash chain")
    public Uni<ChainHead> head() {
        return chain.head(caller.get().tenant());
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Computes up to 1000 entries after a number again from the journal")
    public Uni<ChainVerification> verify(@QueryParam("after") @DefaultValue("0") @PositiveOrZero long after) {
        return chain.verify(caller.get().tenant(), after);
    }
}
