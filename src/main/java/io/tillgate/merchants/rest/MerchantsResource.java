package io.tillgate.merchants.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.store.MerchantLists;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.merchants.usecase.ChangingWithFourEyes;
import io.tillgate.merchants.usecase.EditingMerchants;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Staff see the merchants of their tenant, a merchant sees itself. */
@Path("/api/v1/merchants")
@RolesAllowed({
    Roles.ACQUIRER_ADMIN,
    Roles.UNDERWRITER,
    Roles.RISK_ANALYST,
    Roles.FINANCE,
    Roles.SUPPORT,
    Roles.MERCHANT_OWNER,
    Roles.MERCHANT_MANAGER
})
public class MerchantsResource {
    private final TenantTransaction transactions;
    private final MerchantLists lists;
    private final PostgresMerchantStore records;
    private final EditingMerchants editing;
    private final ChangingWithFourEyes changing;
    private final CurrentCaller callers;

    MerchantsResource(
            TenantTransaction transactions,
            MerchantLists lists,
            PostgresMerchantStore records,
            EditingMerchants editing,
            ChangingWithFourEyes changing,
            CurrentCaller callers) {
        this.transactions = transactions;
        this.lists = lists;
        this.records = records;
        this.editing = editing;
        this.changing = changing;
        this.callers = callers;
    }

    /** {@code ?q=} finds by part of a name, or by whole registration or merchant number. */
    @GET
    @Operation(summary = "Merchants, by part of a name or by number")
    public Uni<Page<MerchantView>> list(
            @QueryParam("q") @Size(max = 200) @Nullable String search, @BeanParam PageRequest page) {
        Caller caller = callers.get();
        return transactions
                .records(caller.scope(), tx -> lists.merchants(tx, caller.tenant(), search, page))
                .map(merchants -> merchants.map(MerchantView::of));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One merchant")
    public Uni<RestResponse<MerchantView>> get(@RestPath UUID id) {
        Caller caller = callers.get();
        return transactions
                .records(caller.scope(), tx -> records.merchant(tx, caller.tenant(), new MerchantId(id)))
                .map(MerchantsResource::answer);
    }

    /** Needs {@code If-Match}. Switching something off needs a reason. */
    @PATCH
    @Path("{id}")
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.RISK_ANALYST})
    @Operation(summary = "Renames a merchant, or switches trading and payouts")
    public Uni<RestResponse<MerchantView>> edit(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid MerchantEdit edit) {
        return editing.edit(callers.get(), new MerchantId(id), ifMatch, edit.toEdit())
                .map(MerchantsResource::answer);
    }

    @GET
    @Path("{id}/accounts")
    @Operation(summary = "The accounts of one merchant")
    public Uni<Page<MerchantAccountView>> accounts(@RestPath UUID id) {
        Caller caller = callers.get();
        MerchantId merchant = new MerchantId(id);
        return transactions.records(
                caller.scope(),
                tx -> records.merchant(tx, caller.tenant(), merchant)
                        .chain(present -> lists.accounts(tx, caller.tenant(), merchant))
                        .chain(accounts -> Multi.createFrom()
                                .iterable(accounts)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        account -> records.bankAccount(tx, caller.tenant(), account.payoutAccount())
                                                .map(payout -> MerchantAccountView.of(account, payout)))
                                .collect()
                                .asList())
                        .map((List<MerchantAccountView> views) -> new Page<>(views, null)));
    }

    /** The account is opened when somebody else confirms the change request that this makes. */
    @POST
    @Path("{id}/accounts")
    @RolesAllowed(Roles.ACQUIRER_ADMIN)
    @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
    @Operation(summary = "Proposes a further account; a second person confirms it under change-requests")
    public Uni<RestResponse<ChangeView>> openAccount(@RestPath UUID id, @NotNull @Valid NewAccountForm form) {
        return changing.propose(callers.get(), new MerchantId(id), form.toAccount(), form.reason())
                .map(made -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, ChangeView.of(made))
                        .location(URI.create("/api/v1/change-requests/" + made.id()))
                        .build());
    }

    private static RestResponse<MerchantView> answer(Merchant merchant) {
        return Versions.tagged(MerchantView.of(merchant), merchant.version());
    }
}
