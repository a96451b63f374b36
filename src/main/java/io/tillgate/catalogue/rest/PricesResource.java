package io.tillgate.catalogue.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Price;
import io.tillgate.catalogue.SetPrice;
import io.tillgate.catalogue.store.PostgresPriceStore.History;
import io.tillgate.catalogue.usecase.ReadingProducts;
import io.tillgate.catalogue.usecase.SettingPrices;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Prices: every change is kept, and can be undone. */
@Path("/api/v1/prices")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
public class PricesResource {
    private final Owners owners;
    private final SettingPrices setting;
    private final ReadingProducts reading;

    PricesResource(Owners owners, SettingPrices setting, ReadingProducts reading) {
        this.owners = owners;
        this.setting = setting;
        this.reading = reading;
    }

    /** History of one product's prices, newest first. */
    @GET
    @Operation(summary = "Prices of one product, newest first")
    public Uni<Page<Price>> list(
            @BeanParam PageRequest page,
            @QueryParam("sku") @Parameter(required = true) @Nullable String sku,
            @QueryParam("merchant") @Nullable MerchantId merchant) {
        if (sku == null) {
            throw new Refusal(CommonProblem.VALIDATION, "Say of which product: ?sku=");
        }
        History history = new History(page.limit(), page.afterId());
        return reading.prices(owners.readable(merchant), sku, history)
                .map(prices -> Page.of(prices, page, price -> price.id().toString()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One price change")
    public Uni<RestResponse<Price>> get(UUID id, @QueryParam("merchant") @Nullable MerchantId merchant) {
        return reading.price(owners.readable(merchant), id).map(PricesResource::tagged);
    }

    @POST
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Sets a price, now or from a time on")
    public Uni<RestResponse<Price>> set(@NotNull SetPrice command) {
        Actor actor = owners.actor();
        return owners.own(command.store())
                .chain(owner -> setting.set(owner, actor, command))
                .map(price -> Versions.created("/api/v1/prices/" + price.id(), price, price.version()));
    }

    /** Undoes a price change; answers the price change that undoes it, or the withdrawn one. */
    @POST
    @Path("/{id}/revert")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Undoes a price change")
    public Uni<RestResponse<Price>> revert(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return setting.revert(owners.own(), owners.actor(), id, ifMatch).map(PricesResource::tagged);
    }

    private static RestResponse<Price> tagged(Price price) {
        return Versions.tagged(price, price.version());
    }
}
