package io.tillgate.catalogue.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Promotion;
import io.tillgate.catalogue.SavePromotion;
import io.tillgate.catalogue.usecase.ChangingPromotions;
import io.tillgate.catalogue.usecase.ChangingPromotions.ChangePromotion;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.MerchantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Promotions of a merchant. Merchant roles change them; acquirer staff read them with {@code ?merchant=}. */
@Path("/api/v1/promotions")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
public class PromotionsResource {
    private final Owners owners;
    private final ChangingPromotions changing;

    PromotionsResource(Owners owners, ChangingPromotions changing) {
        this.owners = owners;
        this.changing = changing;
    }

    @GET
    @Operation(summary = "Promotions")
    public Uni<Page<Promotion>> list(
            @BeanParam PageRequest page, @QueryParam("merchant") @Nullable MerchantId merchant) {
        return changing.list(owners.readable(merchant), page.limit(), page.afterId())
                .map(found -> Page.of(found, page, promotion -> promotion.id().toString()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One promotion")
    public Uni<RestResponse<Promotion>> get(UUID id, @QueryParam("merchant") @Nullable MerchantId merchant) {
        return changing.get(owners.readable(merchant), id).map(PromotionsResource::tagged);
    }

    @POST
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Adds a promotion")
    public Uni<RestResponse<Promotion>> add(@NotNull SavePromotion wanted) {
        Actor actor = owners.actor();
        return owners.own(wanted.store())
                .chain(owner -> changing.add(owner, actor, wanted))
                .map(added -> Versions.created("/api/v1/promotions/" + added.id(), added, added.version()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Replaces a promotion")
    public Uni<RestResponse<Promotion>> change(
            UUID id, @NotNull SavePromotion wanted, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Actor actor = owners.actor();
        ChangePromotion command = new ChangePromotion(id, wanted, ifMatch);
        return owners.own(wanted.store())
                .chain(owner -> changing.change(owner, actor, command))
                .map(PromotionsResource::tagged);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Deletes a promotion")
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return changing.delete(owners.own(), owners.actor(), id, ifMatch);
    }

    private static RestResponse<Promotion> tagged(Promotion promotion) {
        return Versions.tagged(promotion, promotion.version());
    }
}
