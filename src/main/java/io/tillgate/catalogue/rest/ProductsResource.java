package io.tillgate.catalogue.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.catalogue.store.ProductQuery;
import io.tillgate.catalogue.usecase.ChangingProducts;
import io.tillgate.catalogue.usecase.ChangingProducts.ChangeProduct;
import io.tillgate.catalogue.usecase.ReadingProducts;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.ProductId;
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

/** Products of a merchant. Merchant roles change them; acquirer staff read them with {@code ?merchant=}. */
@Path("/api/v1/products")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
public class ProductsResource {
    private final Owners owners;
    private final ChangingProducts changing;
    private final ReadingProducts reading;

    ProductsResource(Owners owners, ChangingProducts changing, ReadingProducts reading) {
        this.owners = owners;
        this.changing = changing;
        this.reading = reading;
    }

    /** Search by {@code q} (part of sku or name, in either language), {@code barcode} and {@code category}. */
    @GET
    @Operation(summary = "Products, by words, barcode or category")
    public Uni<Page<Product>> list(@BeanParam PageRequest page, @BeanParam ProductFilter filter) {
        ProductQuery query = filter.toQuery(page);
        return reading.list(owners.readable(filter.merchant()), query)
                .map(products -> Page.of(products, page, Product::sku));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One product")
    public Uni<RestResponse<Product>> get(UUID id, @QueryParam("merchant") @Nullable MerchantId merchant) {
        return reading.get(owners.readable(merchant), new ProductId(id)).map(ProductsResource::tagged);
    }

    @POST
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Adds a product")
    public Uni<RestResponse<Product>> add(@NotNull SaveProduct wanted) {
        return changing.add(owners.own(), owners.actor(), wanted)
                .map(added -> Versions.created("/api/v1/products/" + added.id(), added, added.version()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Replaces a product")
    public Uni<RestResponse<Product>> change(
            UUID id, @NotNull SaveProduct wanted, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return changing.change(owners.own(), owners.actor(), new ChangeProduct(new ProductId(id), wanted, ifMatch))
                .map(ProductsResource::tagged);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Deletes a product; sales still name it")
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return changing.delete(owners.own(), owners.actor(), new ProductId(id), ifMatch);
    }

    private static RestResponse<Product> tagged(Product product) {
        return Versions.tagged(product, product.version());
    }
}
