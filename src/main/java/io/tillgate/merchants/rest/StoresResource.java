package io.tillgate.merchants.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.store.MerchantLists;
import io.tillgate.merchants.store.MerchantLists.StoreFilter;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.merchants.usecase.EditingStores;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Stores: a merchant keeps its own, the acquirer's administrators and support keep everybody's. */
@Path("/api/v1/stores")
@RolesAllowed({
    Roles.ACQUIRER_ADMIN,
    Roles.UNDERWRITER,
    Roles.RISK_ANALYST,
    Roles.FINANCE,
    Roles.SUPPORT,
    Roles.MERCHANT_OWNER,
    Roles.MERCHANT_MANAGER
})
public class StoresResource {
    private final TenantTransaction transactions;
    private final MerchantLists lists;
    private final PostgresMerchantStore records;
    private final EditingStores editing;
    private final CurrentCaller callers;

    StoresResource(
            TenantTransaction transactions,
            MerchantLists lists,
            PostgresMerchantStore records,
            EditingStores editing,
            CurrentCaller callers) {
        this.transactions = transactions;
        this.lists = lists;
        this.records = records;
        this.editing = editing;
        this.callers = callers;
    }

    /** {@code ?q=} part of a name, {@code ?merchantId=}, {@code ?archived=true} for archived ones too. */
    @GET
    @Operation(summary = "Stores")
    public Uni<Page<StoreView>> list(
            @QueryParam("q") @Size(max = 100) @Nullable String search,
            @QueryParam("merchantId") @Nullable UUID merchant,
            @QueryParam("archived") boolean archivedToo,
            @BeanParam PageRequest page) {
        Caller caller = callers.get();
        StoreFilter filter = new StoreFilter(merchant, search, archivedToo);
        return transactions
                .records(caller.scope(), tx -> lists.stores(tx, caller.tenant(), filter, page))
                .map(stores -> stores.map(StoreView::of));
    }

    @POST
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Adds a store")
    public Uni<RestResponse<StoreView>> add(@NotNull @Valid StoreForm form) {
        Caller caller = callers.get();
        return editing.add(caller, owner(caller, form), form.toDetails())
                .map(store -> Versions.created("/api/v1/stores/" + store.id(), StoreView.of(store), store.version()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One store")
    public Uni<RestResponse<StoreView>> get(@RestPath UUID id) {
        Caller caller = callers.get();
        return transactions
                .records(caller.scope(), tx -> records.store(tx, caller.tenant(), new StoreId(id)))
                .map(StoresResource::answer);
    }

    /** Replaces all of it; needs {@code If-Match}. The merchant does not change. */
    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Replaces a store")
    public Uni<RestResponse<StoreView>> edit(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid StoreForm form) {
        return editing.edit(callers.get(), new StoreId(id), ifMatch, form.toDetails())
                .map(StoresResource::answer);
    }

    /** Archives: receipts and reports still name it. Needs {@code If-Match}. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.MERCHANT_OWNER})
    @Operation(summary = "Archives a store; receipts and reports still name it")
    public Uni<RestResponse<StoreView>> archive(@RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return editing.archive(callers.get(), new StoreId(id), ifMatch).map(StoresResource::answer);
    }

    /** A merchant's own users add to their own merchant, whatever the body says; another's id looks like none. */
    private static MerchantId owner(Caller caller, StoreForm form) {
        MerchantId named = form.merchantId() == null ? caller.merchant() : form.merchantId();
        if (named == null) {
            throw StoreForm.wrong("/merchantId", "REQUIRED", "say whose store it is");
        }
        return named;
    }

    private static RestResponse<StoreView> answer(Store store) {
        return Versions.tagged(StoreView.of(store), store.version());
    }
}
