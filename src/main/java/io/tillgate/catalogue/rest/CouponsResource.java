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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Coupons of a merchant. Merchant roles change them; acquirer staff read them with {@code ?merchant=}. */
@Path("/api/v1/coupons")
public class CouponsResource {
    private final Owners owners;
    private final ChangingCoupons changing;

    CouponsResource(Owners owners, ChangingCoupons changing) {
        this.owners = owners;
        this.changing = changing;
    }

    @GET
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    @Operation(summary = "Coupons")
    public Uni<Page<Coupon>> list(@BeanParam PageRequest page, @QueryParam("merchant") @Nullable UUID merchant) {
        MerchantId named = merchant == null ? null : new MerchantId(merchant);
        return changing.list(owners.readable(named), page.limit(), page.after())
                .map(found -> Page.of(found, page, Coupon::code));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    @Operation(summary = "One coupon")
    public Uni<RestResponse<Coupon>> get(UUID id, @QueryParam("merchant") @Nullable UUID merchant) {
        MerchantId named = merchant == null ? null : new MerchantId(merchant);
        return changing.get(owners.readable(named), id).map(CouponsResource::tagged);
    }

    @POST
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Adds a coupon")
    public Uni<RestResponse<Coupon>> add(SaveCoupon wanted) {
        return changing.add(owners.own(), owners.actor(), wanted)
                .map(added -> RestResponse.ResponseBuilder.<Coupon>created(URI.create("/api/v1/coupons/" + added.id()))
                        .entity(added)
                        .header("ETag", Versions.etag(added.version()))
                        .build());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Replaces a coupon")
    public Uni<RestResponse<Coupon>> change(
            UUID id, SaveCoupon wanted, @HeaderParam("If-Match") @Nullable String ifMatch) {
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

    private static RestResponse<Coupon> tagged(Coupon found) {
        return RestResponse.ResponseBuilder.ok(found)
                .header("ETag", Versions.etag(found.version()))
                .build();
    }
}
