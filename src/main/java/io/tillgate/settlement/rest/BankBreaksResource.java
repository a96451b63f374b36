package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
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
    @Operation(summary = "Differences between bank and book, newest first")
    public Uni<Page<BreakView>> list(
            @QueryParam("state") @Pattern(regexp = "open|resolved") @Nullable String state,
            @BeanParam PageRequest page) {
        return settlements.breaks(callers.get(), state, page);
    }

    /** What became of it. */
    public record Resolution(@NotBlank @Size(max = 500) String resolution) {}

    @POST
    @Path("{id}/resolve")
    @Operation(summary = "Says what became of a difference; books nothing")
    public Uni<BreakView> resolve(@RestPath UUID id, @NotNull @Valid Resolution resolution) {
        return settlements.resolve(callers.get(), id, resolution.resolution());
    }
}
