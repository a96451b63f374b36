package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.AdjustmentView;
import io.tillgate.settlement.Adjustments;
import io.tillgate.settlement.ProposeAdjustment;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Corrections by hand of what merchant accounts are owed. */
@Path("/api/v1/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
public class AdjustmentsResource {
    private final Adjustments adjustments;
    private final CurrentCaller callers;

    AdjustmentsResource(Adjustments adjustments, CurrentCaller callers) {
        this.adjustments = adjustments;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Corrections by hand, newest first")
    public Uni<Page<AdjustmentView>> list(
            @QueryParam("state") @Pattern(regexp = "proposed|confirmed|rejected") @Nullable String state,
            @BeanParam PageRequest page) {
        return adjustments.list(callers.get(), state, page);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One correction with who proposed and who decided it")
    public Uni<AdjustmentView> get(@RestPath UUID id) {
        return adjustments.find(callers.get(), id);
    }

    /**
     * A credit or debit.
     *
     * @param amount positive in the merchant's favour, negative to its debit
     * @param reason what the merchant reads on its statement
     * @param note for the acquirer's people alone
     */
    public record Proposal(
            @NotNull UUID account,
            @NotNull Money amount,
            @NotBlank @Size(max = 200) String reason,
            @Size(min = 1, max = 500) @Nullable String note) {}

    @POST
    @Operation(
            summary = "Proposes a credit or debit to a merchant account; books nothing until another person confirms")
    public Uni<AdjustmentView> propose(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Proposal proposal) {
        return adjustments.propose(
                callers.get(),
                key,
                new ProposeAdjustment(
                        new MerchantAccountId(proposal.account()),
                        proposal.amount(),
                        proposal.reason(),
                        proposal.note()));
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirms a correction that another person proposed, which books it; the next run settles it")
    public Uni<AdjustmentView> confirm(@RestPath UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return adjustments.confirm(callers.get(), key, id);
    }

    /** Why not. */
    public record Rejection(@NotBlank @Size(max = 200) String reason) {}

    @POST
    @Path("{id}/reject")
    @Operation(summary = "Turns a correction down, or takes one's own back; books nothing")
    public Uni<AdjustmentView> reject(@RestPath UUID id, @NotNull @Valid Rejection rejection) {
        return adjustments.reject(callers.get(), id, rejection.reason());
    }
}
