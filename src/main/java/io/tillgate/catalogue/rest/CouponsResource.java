package io.tillgate.catalogue.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Coupon;
import io.tillgate.catalogue.SaveCoupon;
import io.tillgate.catalogue.usecase.ChangingCoupons;
import io.tillgate.catalogue.usecase.ChangingCoupons.ChangeCoupon;
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

/** Coupons of a merchant. Merchant roles change them; acquirer staff read them with {@code ?merchant=}. */
@Path("/api/v1/coupons")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
public class CouponsResource {
    private final Owners owners;
    private final ChangingCoupons changing;

    CouponsResource(Owners owners, ChangingCoupons changing) {
        this.owners = owners;
        this.changing = changing;
    }

    @GET
    @Operation(summary = "Coupons")
    public Uni<Page<Coupon>> list(@BeanParam PageRequest page, @QueryParam("merchant") @Nullable MerchantId merchant) {
        return changing.list(owners.readable(merchant), page.limit(), page.after())
                .map(found -> Page.of(found, page, Coupon::code));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One coupon")
    public Uni<RestResponse<Coupon>> get(UUID id, @QueryParam("merchant") @Nullable MerchantId merchant) {
        return changing.get(owners.readable(merchant), id).map(CouponsResource::tagged);
    }

    @POST
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Adds a coupon")
    public Uni<RestResponse<Coupon>> add(@NotNull SaveCoupon wanted) {
        return changing.add(owners.own(), owners.actor(), wanted)
                .map(added -> Versions.created("/api/v1/coupons/" + added.id(), added, added.version()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Replaces a coupon")
    public Uni<RestResponse<Coupon>> change(
            UUID id, @NotNull SaveCoupon wanted, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return changing.change(owners.own(), owners.actor(), new ChangeCoupon(id, wanted, ifMatch))
                .map(CouponsResource::tagged);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Deletes a coupon")
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return changing.delete(owners.own(), owners.actor(), id, ifMatch);
    }

    private static RestResponse<Coupon> tagged(Coupon coupon) {
        return Versions.tagged(coupon, coupon.version());
    }
}
