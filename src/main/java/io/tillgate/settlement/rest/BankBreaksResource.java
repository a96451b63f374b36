package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.BreakProposal;
import io.tillgate.settlement.BreakProposal.Owner;
import io.tillgate.settlement.BreakView;
import io.tillgate.settlement.Settlements;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Differences between what the bank says and what the book says. */
@Path("/api/v1/bank-breaks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
public class BankBreaksResource {
    private final Settlements settlements;
    private final CurrentCaller callers;

    BankBreaksResource(Settlements settlements, CurrentCaller callers) {
        this.settlements = settlements;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Differences between bank and book, newest first; those that are proposed are open, too")
    public Uni<Page<BreakView>> list(
            @QueryParam("state") @Pattern(regexp = "open|proposed|resolved") @Nullable String state,
            @BeanParam PageRequest page) {
        return settlements.breaks(callers.get(), state, page);
    }

    /**
     * What became of it.
     *
     * @param belongs whose the money is; nobody's when absent, which is right where the bank account never moved
     * @param to which run, payout, merchant account or other difference
     */
    public record Resolution(
            @NotBlank @Size(max = 500) String resolution,

            @Pattern(regexp = "nothing|funding|payout|merchant|bank|set-off|told-before") @Nullable
            String belongs,

            @Size(max = 100) @Nullable String to) {
        BreakProposal proposal() {
            return new BreakProposal(belongs == null ? Owner.NOTHING : Owner.ofCode(belongs), to, resolution);
        }
    }

    @POST
    @Path("{id}/resolve")
    @Operation(summary = "Proposes what became of a difference and whose its money is; another person confirms it")
    public Uni<BreakView> resolve(@RestPath UUID id, @NotNull @Valid Resolution resolution) {
        return settlements.propose(callers.get(), id, resolution.proposal());
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirms what another person proposed: the money leaves suspense")
    public Uni<BreakView> confirm(@RestPath UUID id) {
        return settlements.confirm(callers.get(), id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Takes a proposal back: the difference is open again")
    public Uni<BreakView> withdraw(@RestPath UUID id) {
        return settlements.withdraw(callers.get(), id);
    }
}
