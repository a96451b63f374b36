package io.tillgate.portal.merchant.goods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Assortment;
import io.tillgate.catalogue.Coupon;
import io.tillgate.catalogue.Promotion;
import io.tillgate.catalogue.SaveCoupon;
import io.tillgate.catalogue.SavePromotion;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Confirm;
import io.tillgate.portal.frame.Confirms;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.goods.OffersView.Form;
import io.tillgate.portal.merchant.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the shop takes off: promotions that tills apply by themselves, and coupons that customers show. */
@Path("/portal/{slug}/offers")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class OffersPage {
    @CheckedTemplate(basePath = "merchant/goods")
    static class Templates {
        static native TemplateInstance offers(Frame frame, OffersView view);

        static native TemplateInstance offer(Frame frame, Form view);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Confirms confirms;
    private final Shop shop;
    private final Assortment assortment;
    private final OfferRows rows;

    OffersPage(Frames frames, Forms forms, Confirms confirms, Shop shop, Assortment assortment, OfferRows rows) {
        this.frames = frames;
        this.forms = forms;
        this.confirms = confirms;
        this.shop = shop;
        this.assortment = assortment;
        this.rows = rows;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(@RestPath String slug) {
        PageRequest all = new PageRequest(PageRequest.LIMIT_MAX, null);
        return assortment
                .promotions(shop.owner(), all)
                .chain(promotions -> assortment
                        .coupons(shop.owner(), all)
                        .map(coupons -> new OffersView(
                                promotions.items().stream().map(rows::of).toList(),
                                coupons.items().stream().map(rows::of).toList())))
                .chain(view -> frames.page(
                        Heading.of("products", words().title(), productsCrumb()),
                        frame -> Templates.offers(frame, view)));
    }

    @GET
    @Path("{kind: promotions|coupons}/new")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> form(@RestPath String slug, @RestPath String kind) {
        return form(kind, new OfferFields(), Mistakes.NONE);
    }

    @POST
    @Path("{kind: promotions|coupons}/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(@RestPath String slug, @RestPath String kind, @BeanParam OfferFields fields) {
        return forms.once(
                fields.once,
                () -> shop.currency()
                        .chain(currency -> {
                            var zone = shop.formats().zone();
                            return kind.equals("coupons")
                                    ? assortment
                                            .add(shop.owner(), actor(), fields.coupon(currency, zone))
                                            .map(Coupon::code)
                                    : assortment
                                            .add(shop.owner(), actor(), fields.promotion(currency, zone))
                                            .map(rows::name);
                        })
                        .map(name -> new Done("offers", words().saved(name))),
                mistakes -> form(kind, fields, mistakes));
    }

    @GET
    @Path("{kind: promotions|coupons}/{id}/switch")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> ask(@RestPath String slug, @RestPath String kind, @RestPath UUID id) {
        return confirm(kind, id, Mistakes.NONE);
    }

    @POST
    @Path("{kind: promotions|coupons}/{id}/switch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> turn(
            @RestPath String slug, @RestPath String kind, @RestPath UUID id, @RestForm @Nullable String once) {
        return forms.once(
                once,
                () -> kind.equals("coupons") ? turnCoupon(id) : turnPromotion(id),
                mistakes -> confirm(kind, id, mistakes));
    }

    private Uni<Done> turnPromotion(UUID id) {
        return assortment.promotion(shop.owner(), id).chain(present -> {
            SavePromotion terms = present.terms();
            boolean on = OfferRows.isOn(terms.active());
            return assortment
                    .change(
                            shop.owner(),
                            actor(),
                            id,
                            present.version(),
                            new SavePromotion(
                                    terms.name(),
                                    terms.store(),
                                    terms.discount(),
                                    terms.bundle(),
                                    terms.skus(),
                                    terms.validity(),
                                    terms.window(),
                                    !on))
                    .map(changed -> turned(rows.name(present), on));
        });
    }

    private Uni<Done> turnCoupon(UUID id) {
        return assortment
                .coupon(shop.owner(), id)
                .chain(present -> assortment
                        .change(
                                shop.owner(),
                                actor(),
                                id,
                                present.version(),
                                new SaveCoupon(
                                        present.code(),
                                        present.discount(),
                                        present.currency(),
                                        present.validity(),
                                        present.redemptionsMax(),
                                        present.perCardMax(),
                                        present.basketMin(),
                                        !present.active()))
                        .map(changed -> turned(present.code(), present.active())));
    }

    private Done turned(String name, boolean wasOn) {
        return new Done("offers", wasOn ? words().off_done(name) : words().on_done(name));
    }

    private Uni<TemplateInstance> confirm(String kind, UUID id, Mistakes mistakes) {
        return kind.equals("coupons")
                ? assortment
                        .coupon(shop.owner(), id)
                        .chain(coupon -> confirm(kind, id, coupon.code(), coupon.active(), mistakes))
                : assortment.promotion(shop.owner(), id).chain(promotion -> confirm(promotion, id, mistakes));
    }

    private Uni<TemplateInstance> confirm(Promotion promotion, UUID id, Mistakes mistakes) {
        return confirm(
                "promotions",
                id,
                rows.name(promotion),
                OfferRows.isOn(promotion.terms().active()),
                mistakes);
    }

    private Uni<TemplateInstance> confirm(String kind, UUID id, String name, boolean on, Mistakes mistakes) {
        String title = on ? words().switch_off() : words().switch_on();
        return confirms.page(
                Heading.of("products", title, productsCrumb(), new Crumb(words().title(), "offers")),
                new Confirm(
                        title,
                        name,
                        List.of(on ? words().off_will(name) : words().on_will(name)),
                        title,
                        shop.words().cancel(),
                        frames.href("offers/" + kind + "/" + id + "/switch"),
                        frames.href("offers"),
                        false,
                        mistakes));
    }

    private Uni<TemplateInstance> form(String kind, OfferFields fields, Mistakes mistakes) {
        boolean coupon = kind.equals("coupons");
        String title = coupon ? words().new_coupon() : words().new_promotion();
        shop.merchant();
        return shop.currency()
                .map(currency -> new Form(
                        coupon,
                        title,
                        frames.href("offers/" + kind + "/new"),
                        frames.href("offers"),
                        currency.getCurrencyCode(),
                        fields,
                        mistakes))
                .chain(view -> frames.page(
                        Heading.of("products", title, productsCrumb(), new Crumb(words().title(), "offers")),
                        frame -> Templates.offer(frame, view)));
    }

    private Crumb productsCrumb() {
        return new Crumb(shop.words().nav_products(), "products");
    }

    private Actor actor() {
        return Actor.of(shop.caller());
    }

    private OffersMessages words() {
        return Words.in(OffersMessages.class, shop.locale());
    }
}
