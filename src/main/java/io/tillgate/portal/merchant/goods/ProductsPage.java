package io.tillgate.portal.merchant.goods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Assortment;
import io.tillgate.catalogue.Catalogue;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.SellableItem;
import io.tillgate.catalogue.StockBalance;
import io.tillgate.merchants.Store;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.goods.ProductsList.Held;
import io.tillgate.portal.merchant.goods.ProductsList.Row;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.shop.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the shop sells, with price and stock at one store. */
@Path("/portal/{slug}/products")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class ProductsPage {
    private static final int ROWS = 25;
    private static final int TEXT_MAX = 100;

    @CheckedTemplate(basePath = "merchant/goods")
    static class Templates {
        static native TemplateInstance products(Frame frame, ProductsList view);

        private Templates() {}
    }

    private final Frames frames;
    private final Shop shop;
    private final Assortment assortment;
    private final Catalogue catalogue;
    private final HeldByTills tills;

    ProductsPage(Frames frames, Shop shop, Assortment assortment, Catalogue catalogue, HeldByTills tills) {
        this.frames = frames;
        this.shop = shop;
        this.assortment = assortment;
        this.catalogue = catalogue;
        this.tills = tills;
    }

    /** What the address bar asks for. */
    private record Asked(String text, @Nullable String after, List<Store> stores, Optional<Store> store) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(
            @RestPath String slug,
            @QueryParam("q") @Nullable String text,
            @QueryParam("store") @Nullable String store,
            @QueryParam("after") @Nullable String after) {
        String search = text == null
                ? ""
                : text.strip().substring(0, Math.min(text.strip().length(), TEXT_MAX));
        return shop.stores(false)
                .map(stores -> new Asked(search, after, stores, chosen(stores, store)))
                .chain(this::view)
                .chain(view ->
                        frames.page(Heading.of("products", words().title()), frame -> Templates.products(frame, view)));
    }

    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> export(@RestPath String slug) {
        return assortment
                .exportCsv(shop.owner(), null)
                .map(csv -> Response.ok(csv, "text/csv;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"products.csv\"")
                        .build());
    }

    private static Optional<Store> chosen(List<Store> stores, @Nullable String asked) {
        return stores.stream()
                .filter(store -> store.id().toString().equals(asked))
                .findFirst()
                .or(() -> stores.stream().findFirst());
    }

    private Uni<ProductsList> view(Asked asked) {
        return assortment
                .products(
                        shop.owner(),
                        asked.text().isEmpty() ? null : asked.text(),
                        null,
                        new PageRequest(ROWS, asked.after()))
                .chain(page -> prices(asked, page)
                        .chain(prices -> balances(asked, page)
                                .chain(stock ->
                                        held(asked).map(held -> view(asked, new Shown(page, prices, stock, held))))));
    }

    /** What the list is made of. */
    private record Shown(
            Page<Product> page, Map<String, SellableItem> prices, Map<String, StockBalance> stock, Held held) {}

    private Uni<Held> held(Asked asked) {
        return asked.store().map(tills::at).orElseGet(() -> Uni.createFrom().item(Held.NOTHING));
    }

    private Uni<Map<String, SellableItem>> prices(Asked asked, Page<Product> page) {
        return asked.store().isEmpty() || page.items().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : catalogue.lookup(shop.owner(), asked.store().get().id(), skus(page));
    }

    private Uni<Map<String, StockBalance>> balances(Asked asked, Page<Product> page) {
        return asked.store().isEmpty() || page.items().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : assortment.balances(shop.owner(), asked.store().get().id(), skus(page));
    }

    private static Set<String> skus(Page<Product> page) {
        return page.items().stream().map(Product::sku).collect(Collectors.toSet());
    }

    private ProductsList view(Asked asked, Shown shown) {
        Page<Product> page = shown.page();
        String store = asked.store().map(one -> one.id().toString()).orElse("");
        String query = "?q=" + URLEncoder.encode(asked.text(), StandardCharsets.UTF_8) + "&store=" + store;
        return new ProductsList(
                asked.text(),
                asked.stores().size() < 2
                        ? List.of()
                        : asked.stores().stream()
                                .map(one -> new Option(
                                        one.id().toString(),
                                        shop.name(one),
                                        one.id().toString().equals(store)))
                                .toList(),
                page.items().stream()
                        .map(product -> row(
                                product,
                                shown.prices().get(product.sku()),
                                shown.stock().get(product.sku())))
                        .toList(),
                shown.held(),
                !asked.text().isEmpty(),
                frames.href("products/export.csv"),
                asked.after() == null ? "" : frames.href("products") + query,
                page.next() == null ? "" : frames.href("products") + query + "&after=" + page.next(),
                shop.words().rows_shown(shop.formats().number(page.items().size())));
    }

    private Row row(Product product, @Nullable SellableItem item, @Nullable StockBalance balance) {
        boolean negative = balance != null && new BigDecimal(balance.quantity()).signum() < 0;
        return new Row(
                frames.href("products/" + product.id()),
                name(product),
                product.sku(),
                item == null || item.price() == null
                        ? words().no_price()
                        : shop.formats().money(item.price().now()),
                balance == null ? "\u2013" : balance.quantity(),
                negative,
                product.active() ? new State(words().active(), "good") : new State(words().inactive(), ""));
    }

    private String name(Product product) {
        String wanted = shop.chinese() ? product.name().zh() : product.name().en();
        return wanted == null ? product.name().any() : wanted;
    }

    private GoodsMessages words() {
        return Words.in(GoodsMessages.class, shop.locale());
    }
}
