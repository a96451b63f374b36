package io.tillgate.portal.merchant.goods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Assortment;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.RecordStock;
import io.tillgate.catalogue.SetPrice;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Amounts;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.goods.ProductDetail.Fields;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One product: what it is, what it costs, how much of it there is. */
@Path("/portal/{slug}/products")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class ProductPage {
    @CheckedTemplate(basePath = "merchant/goods")
    static class Templates {
        static native TemplateInstance product(Frame frame, ProductDetail view);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Shop shop;
    private final Assortment assortment;
    private final ProductDetails details;

    ProductPage(Frames frames, Forms forms, Shop shop, Assortment assortment, ProductDetails details) {
        this.frames = frames;
        this.forms = forms;
        this.shop = shop;
        this.assortment = assortment;
        this.details = details;
    }

    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> form(@RestPath String slug) {
        return blank(new Fields("", "", "", "piece", "", "", "", true, ""), Mistakes.NONE);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(@RestPath String slug, @BeanParam ProductFields fields) {
        return forms.once(
                fields.once,
                () -> assortment
                        .add(shop.owner(), actor(), fields.wanted())
                        .map(added -> new Done("products/" + added.id(), words().added(details.name(added)))),
                mistakes -> blank(fields.shown(), mistakes));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> product(@RestPath String slug, @RestPath UUID id) {
        return find(id).chain(product -> page(product, ProductFields.of(product), Mistakes.NONE));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> change(@RestPath String slug, @RestPath UUID id, @BeanParam ProductFields fields) {
        return forms.once(
                fields.once,
                () -> assortment
                        .change(shop.owner(), actor(), new ProductId(id), fields.versionRead(), fields.wanted())
                        .map(saved -> new Done("products/" + id, words().saved(details.name(saved)))),
                mistakes -> find(id).chain(product -> page(product, fields.shown(), mistakes)));
    }

    @GET
    @Path("{id}/{part: price|stock}")
    public Response whereTheFormIs(@RestPath String slug, @RestPath UUID id, @RestPath String part) {
        return Response.seeOther(URI.create(frames.href("products/" + id))).build();
    }

    @POST
    @Path("{id}/price")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> price(
            @RestPath String slug,
            @RestPath UUID id,
            @RestForm @Nullable String once,
            @RestForm @Nullable String price) {
        return forms.once(
                once,
                () -> find(id).chain(product -> shop.currency().chain(currency -> {
                    SetPrice command =
                            new SetPrice(product.sku(), null, Amounts.needed("/price", price, currency), null);
                    return assortment
                            .setPrice(shop.owner(), actor(), command)
                            .map(set -> new Done(
                                    "products/" + id,
                                    words().p_saved(
                                                    details.name(product),
                                                    shop.formats().money(Objects.requireNonNull(command.price())))));
                })),
                mistakes -> find(id).chain(product -> page(product, ProductFields.of(product), mistakes)));
    }

    @POST
    @Path("{id}/stock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> stock(
            @RestPath String slug,
            @RestPath UUID id,
            @RestForm @Nullable String once,
            @RestForm UUID store,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String quantity) {
        StoreId place = new StoreId(store);
        String amount =
                quantity == null ? "" : quantity.strip().replace(',', '.').replaceFirst("^\\+", "");
        return forms.once(
                once,
                () -> shop.ownerAt(place)
                        .chain(owner -> find(id).chain(product -> {
                            RecordStock command = new RecordStock(
                                    UUID.randomUUID(),
                                    place,
                                    Objects.requireNonNullElse(reason, ""),
                                    null,
                                    List.of(new RecordStock.Line(product.sku(), amount)));
                            return assortment
                                    .record(owner, actor(), command)
                                    .chain(() -> details.stockSaid(product, place))
                                    .map(said -> new Done("products/" + id, said));
                        })),
                mistakes -> find(id).chain(product -> page(product, ProductFields.of(product), mistakes)));
    }

    private Uni<TemplateInstance> page(Product product, Fields fields, Mistakes mistakes) {
        return details.of(product, fields, mistakes)
                .chain(view -> frames.page(heading(details.name(product)), frame -> Templates.product(frame, view)));
    }

    private Uni<TemplateInstance> blank(Fields fields, Mistakes mistakes) {
        shop.merchant();
        ProductDetail view = details.blank(fields, mistakes);
        return frames.page(heading(words().new_product()), frame -> Templates.product(frame, view));
    }

    private Uni<Product> find(UUID id) {
        return assortment.product(shop.owner(), new ProductId(id));
    }

    private Heading heading(String title) {
        return Heading.of("products", title, new Crumb(words().title(), "products"));
    }

    private Actor actor() {
        return Actor.of(shop.caller());
    }

    private GoodsMessages words() {
        return Words.in(GoodsMessages.class, shop.locale());
    }
}
