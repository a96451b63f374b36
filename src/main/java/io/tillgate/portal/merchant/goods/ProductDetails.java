package io.tillgate.portal.merchant.goods;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Assortment;
import io.tillgate.catalogue.Price;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.StockBalance;
import io.tillgate.catalogue.StockEntry;
import io.tillgate.merchants.Store;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.goods.ProductDetail.Fields;
import io.tillgate.portal.merchant.goods.ProductDetail.Move;
import io.tillgate.portal.merchant.goods.ProductDetail.PriceRow;
import io.tillgate.portal.merchant.goods.ProductDetail.Shelf;
import io.tillgate.portal.merchant.goods.ProductDetail.StockRow;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.StoreId;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts together what the page of a product shows. */
@RequestScoped
class ProductDetails {
    private static final int PRICES = 10;
    private static final int MOVES = 10;
    private static final int STORES_WITH_STOCK = 20;
    private static final List<String> REASONS = List.of("receipt", "count", "damage", "theft", "correction");

    private final Frames frames;
    private final Shop shop;
    private final Assortment assortment;
    private final BusinessClock clock;

    ProductDetails(Frames frames, Shop shop, Assortment assortment, BusinessClock clock) {
        this.frames = frames;
        this.shop = shop;
        this.assortment = assortment;
        this.clock = clock;
    }

    /** What was read for the page. */
    private record Found(List<Store> stores, Currency currency, List<Price> prices, List<StockBalance> stock) {}

    String name(Product product) {
        String wanted = shop.chinese() ? product.name().zh() : product.name().en();
        return wanted == null ? product.name().any() : wanted;
    }

    ProductDetail blank(Fields fields, Mistakes mistakes) {
        return new ProductDetail(
                words().new_product(),
                fields,
                units(fields.unit()),
                frames.href("products/new"),
                frames.href("products"),
                mistakes,
                null);
    }

    Uni<ProductDetail> of(Product product, Fields fields, Mistakes mistakes) {
        return shop.stores(false)
                .chain(stores -> shop.currency()
                        .chain(currency -> assortment
                                .prices(shop.owner(), product.sku(), PRICES)
                                .chain(prices -> stock(product, stores)
                                        .map(stock -> new Found(stores, currency, prices, stock))
                                        .chain(found -> moves(product, found)
                                                .map(moves -> view(
                                                        product, fields, mistakes, shelf(product, found, moves)))))));
    }

    /** What the stock of a product is after something was booked. */
    Uni<String> stockSaid(Product product, StoreId place) {
        return shop.stores()
                .chain(stores -> balance(product, place)
                        .map(balance -> words().s_saved(
                                        shop.name(stores, place),
                                        balance.map(StockBalance::quantity).orElse("0"))));
    }

    private ProductDetail view(Product product, Fields fields, Mistakes mistakes, Shelf shelf) {
        return new ProductDetail(
                name(product),
                fields,
                units(fields.unit()),
                frames.href("products/" + product.id()),
                frames.href("products"),
                mistakes,
                shelf);
    }

    private Uni<List<StockBalance>> stock(Product product, List<Store> stores) {
        return Multi.createFrom()
                .iterable(stores.stream().limit(STORES_WITH_STOCK).toList())
                .onItem()
                .transformToUniAndConcatenate(store -> balance(product, store.id()))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<StockBalance>> balance(Product product, StoreId store) {
        return assortment
                .balances(shop.owner(), store, Set.of(product.sku()))
                .map(found -> Optional.ofNullable(found.get(product.sku())));
    }

    private Uni<List<StockEntry>> moves(Product product, Found found) {
        return found.stores().isEmpty()
                ? Uni.createFrom().item(List.of())
                : assortment
                        .movements(shop.owner(), found.stores().getFirst().id(), product.sku(), MOVES)
                        .map(entries -> entries.stream().limit(MOVES).toList());
    }

    private Shelf shelf(Product product, Found found, List<StockEntry> moves) {
        Formats formats = shop.formats();
        Instant now = clock.now(shop.caller().tenant());
        String here = frames.href("products/" + product.id());
        return new Shelf(
                found.prices().stream()
                        .filter(price -> price.store() == null && price.withdrawnAt() == null)
                        .filter(price -> !price.validFrom().isAfter(now))
                        .flatMap(price -> Optional.ofNullable(price.price()).stream())
                        .findFirst()
                        .map(formats::money)
                        .orElseGet(() -> words().no_price()),
                words().p_new(found.currency().getCurrencyCode()),
                here + "/price",
                found.prices().stream()
                        .limit(PRICES)
                        .map(price -> price(price, found.stores(), formats))
                        .toList(),
                found.stock().stream()
                        .map(balance -> new StockRow(
                                shop.name(found.stores(), balance.store()),
                                balance.quantity(),
                                new BigDecimal(balance.quantity()).signum() < 0))
                        .toList(),
                found.stores().stream()
                        .map(store -> new Option(store.id().toString(), shop.name(store), false))
                        .toList(),
                REASONS.stream()
                        .map(reason -> new Option(reason, reason(reason), false))
                        .toList(),
                here + "/stock",
                moves.stream()
                        .map(move -> new Move(
                                reason(move.reason()), formats.moment(move.recordedAt()), signed(move.quantity())))
                        .toList());
    }

    private static String signed(String quantity) {
        return quantity.startsWith("-") ? "\u2212" + quantity.substring(1) : "+" + quantity;
    }

    private PriceRow price(Price price, List<Store> stores, Formats formats) {
        return new PriceRow(
                price.price() == null ? "\u2013" : formats.money(price.price()),
                words().p_from(formats.moment(price.validFrom())),
                price.store() == null ? words().p_everywhere() : shop.name(stores, price.store()),
                price.withdrawnAt() != null);
    }

    private List<Option> units(String chosen) {
        return List.of(
                new Option("piece", words().u_piece(), chosen.equals("piece")),
                new Option("weight", words().u_weight(), chosen.equals("weight")),
                new Option("volume", words().u_volume(), chosen.equals("volume")));
    }

    private String reason(String reason) {
        return switch (reason) {
            case "receipt" -> words().s_receipt();
            case "count" -> words().s_count();
            case "damage" -> words().s_damage();
            case "theft" -> words().s_theft();
            case "correction" -> words().s_correction();
            case "sale" -> words().m_sale();
            case "sale-undone" -> words().m_sale_undone();
            case "refund" -> words().m_refund();
            case "transfer" -> words().m_transfer();
            default -> reason;
        };
    }

    private GoodsMessages words() {
        return Words.in(GoodsMessages.class, shop.locale());
    }
}
