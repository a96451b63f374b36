package io.tillgate.merchants.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.store.MerchantLists;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.merchants.usecase.ChangingWithFourEyes;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Refusal;
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
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Changes of bank account and fee plan: proposed by one person, confirmed by another of the acquirer's. */
@Path("/api/v1/change-requests")
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.FINANCE, Roles.MERCHANT_OWNER})
public class ChangeRequestsResource {
    private final TenantTransaction transactions;
    private final MerchantLists lists;
    private final PostgresMerchantStore records;
    private final ChangingWithFourEyes changing;
    private final CurrentCaller callers;

    ChangeRequestsResource(
            TenantTransaction transactions,
            MerchantLists lists,
            PostgresMerchantStore records,
            ChangingWithFourEyes changing,
            CurrentCaller callers) {
        this.transactions = transactions;
        this.lists = lists;
        this.records = records;
        this.changing = changing;
        this.callers = callers;
    }

    /**
     * What is sent to propose a change.
     *
     * @param accountId the merchant account to change
     */
    public record Proposal(
            @NotNull MerchantAccountId accountId,
            @NotNull @Valid ChangeForm change) {}

    /** Why a change is rejected. */
    public record Rejection(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(summary = "Changes that take two people, newest first")
    public Uni<Page<ChangeView>> list(
            @QueryParam("state") @Pattern(regexp = "proposed|confirmed|rejected") @Nullable String state,
            @BeanParam PageRequest page) {
        Caller caller = callers.get();
        return transactions
                .records(caller.scope(), tx -> lists.changeRequests(tx, caller.tenant(), state, page))
                .map(requests -> requests.map(ChangeView::of));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One change that takes two people")
    public Uni<ChangeView> get(@RestPath UUID id) {
        Caller caller = callers.get();
        return transactions
                .records(caller.scope(), tx -> records.changeRequest(tx, caller.tenant(), id))
                .map(ChangeView::of);
    }

    /** Merchants may propose another bank account, not another fee plan. */
    @POST
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Proposes another bank account or fee plan")
    public Uni<RestResponse<ChangeView>> propose(@NotNull @Valid Proposal proposal) {
        Caller caller = callers.get();
        Change change = proposal.change().toChange();
        if (change instanceof Change.ToFeePlan && caller.isOfMerchant()) {
            throw new Refusal(CommonProblem.FORBIDDEN, "fee plans are proposed by the acquirer");
        }
        return changing.propose(
                        caller, proposal.accountId(), change, proposal.change().reason())
                .map(made -> ResponseBuilder.<ChangeView>created(URI.create("/api/v1/change-requests/" + made.id()))
                        .entity(ChangeView.of(made))
                        .build());
    }

    @POST
    @Path("{id}/confirm")
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.FINANCE})
    @Operation(summary = "Confirms a change that somebody else proposed")
    public Uni<ChangeView> confirm(@RestPath UUID id) {
        return changing.confirm(callers.get(), id).map(ChangeView::of);
    }

    /** Who proposed it withdraws it this way, too. */
    @POST
    @Path("{id}/reject")
    @Operation(summary = "Rejects a proposed change, or withdraws the own")
    public Uni<ChangeView> reject(@RestPath UUID id, @NotNull @Valid Rejection rejection) {
        return changing.reject(callers.get(), id, rejection.reason()).map(ChangeView::of);
    }
}
