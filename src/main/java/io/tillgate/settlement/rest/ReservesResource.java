package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.ProposeReserve;
import io.tillgate.settlement.ReserveTermsView;
import io.tillgate.settlement.ReserveView;
import io.tillgate.settlement.Reserves;
import io.tillgate.shared.MerchantAccountId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Rolling reserves, and what is agreed about them. Merchants see what is held of their own. */
@Path("/api/v1/reserves")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
public class ReservesResource {
    private final Reserves reserves;
    private final CurrentCaller callers;

    ReservesResource(Reserves reserves, CurrentCaller callers) {
        this.reserves = reserves;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "What is held back of merchant accounts, and what was given free, newest first")
    public Uni<Page<ReserveView>> list(
            @QueryParam("state") @Pattern(regexp = "held|released") @Nullable String state,
            @QueryParam("account") @Nullable UUID account,
            @BeanParam PageRequest page) {
        return reserves.list(
                callers.get(),
                state == null ? null : state.equals("held"),
                account == null ? null : new MerchantAccountId(account),
                page);
    }

    @GET
    @Path("terms")
    @Operation(summary = "Agreed, proposed and rejected terms of reserves, newest first")
    public Uni<Page<ReserveTermsView>> terms(
            @QueryParam("state") @Pattern(regexp = "proposed|confirmed|rejected") @Nullable String state,
            @BeanParam PageRequest page) {
        return reserves.terms(callers.get(), state, page);
    }

    /**
     * What is to be held back.
     *
     * @param partsPerMillion of sales less voids; 50 000 is 5 %, 0 ends the reserve
     * @param days after which it is given free
     */
    public record Terms(
            @NotNull UUID account,
            @NotNull @Min(0) @Max(1_000_000) Integer partsPerMillion,
            @NotNull @Min(1) @Max(730) Integer days,
            @NotBlank @Size(max = 200) String reason) {}

    @POST
    @Path("terms")
    @Operation(summary = "Proposes a rolling reserve for a merchant account; another person has to confirm it")
    public Uni<ReserveTermsView> propose(@NotNull @Valid Terms terms) {
        return reserves.propose(
                callers.get(),
                new ProposeReserve(
                        new MerchantAccountId(terms.account()), terms.partsPerMillion(), terms.days(), terms.reason()));
    }

    @POST
    @Path("terms/{id}/confirm")
    @Operation(summary = "Confirms terms that another person proposed; they hold from the next cut-off on")
    public Uni<ReserveTermsView> confirm(@RestPath UUID id) {
        return reserves.confirm(callers.get(), id);
    }

    @POST
    @Path("terms/{id}/reject")
    @Operation(summary = "Turns proposed terms down, or takes one's own back")
    public Uni<ReserveTermsView> reject(@RestPath UUID id) {
        return reserves.reject(callers.get(), id);
    }
}
