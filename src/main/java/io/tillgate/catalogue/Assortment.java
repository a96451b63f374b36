package io.tillgate.catalogue;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.store.PostgresPriceStore.History;
import io.tillgate.catalogue.store.PostgresStockStore.MovementQuery;
import io.tillgate.catalogue.store.ProductQuery;
import io.tillgate.catalogue.usecase.ChangingCoupons;
import io.tillgate.catalogue.usecase.ChangingCoupons.ChangeCoupon;
import io.tillgate.catalogue.usecase.ChangingProducts;
import io.tillgate.catalogue.usecase.ChangingProducts.ChangeProduct;
import io.tillgate.catalogue.usecase.ChangingPromotions;
import io.tillgate.catalogue.usecase.ChangingPromotions.ChangePromotion;
import io.tillgate.catalogue.usecase.ExportingProducts;
import io.tillgate.catalogue.usecase.ImportingProducts;
import io.tillgate.catalogue.usecase.ReadingProducts;
import io.tillgate.catalogue.usecase.ReadingStock;
import io.tillgate.catalogue.usecase.RecordingStock;
import io.tillgate.catalogue.usecase.SettingPrices;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The front door for people: what a merchant sells, at which prices, and how much of it there is. Who asks, and whether a
 * store is the owner's, is known to the transport. Edits name the version that was read.
 */
@ApplicationScoped
public class Assortment {
    private final ReadingProducts reading;
    private final ReadingStock stock;
    private final ChangingProducts products;
    private final SettingPrices prices;
    private final ChangingPromotions promotions;
    private final ChangingCoupons coupons;
    private final RecordingStock recording;
    private final ImportingProducts importing;
    private final ExportingProducts exporting;

    Assortment(
            ReadingProducts reading,
            ReadingStock stock,
            ChangingProducts products,
            SettingPrices prices,
            ChangingPromotions promotions,
            ChangingCoupons coupons,
            RecordingStock recording,
            ImportingProducts importing,
            ExportingProducts exporting) {
        this.reading = reading;
        this.stock = stock;
        this.products = products;
        this.prices = prices;
        this.promotions = promotions;
        this.coupons = coupons;
        this.recording = recording;
        this.importing = importing;
        this.exporting = exporting;
    }

    /** @param text part of sku or name in either language, or a whole barcode; null for all. In the order of skus */
    public Uni<Page<Product>> products(
            Owner owner, @Nullable String text, @Nullable String category, PageRequest page) {
        boolean barcode = text != null && text.matches("[0-9]{8,14}");
        return reading.list(
                        owner,
                        new ProductQuery(
                                barcode ? null : text, barcode ? text : null, category, page.limit(), page.after()))
                .map(found -> Page.of(found, page, Product::sku));
    }

    public Uni<Product> product(Owner owner, ProductId id) {
        return reading.get(owner, id);
    }

    public Uni<Product> add(Owner owner, Actor actor, SaveProduct wanted) {
        return products.add(owner, actor, wanted);
    }

    public Uni<Product> change(Owner owner, Actor actor, ProductId id, int version, SaveProduct wanted) {
        return products.change(owner, actor, new ChangeProduct(id, wanted, Versions.etag(version)));
    }

    /** Newest first; at most 200. */
    public Uni<List<Price>> prices(Owner owner, String sku, int limit) {
        return reading.prices(owner, sku, new History(limit, null));
    }

    public Uni<Price> setPrice(Owner owner, Actor actor, SetPrice command) {
        return prices.set(owner, actor, command);
    }

    /** Undoes a price change. */
    public Uni<Price> revertPrice(Owner owner, Actor actor, UUID price, int version) {
        return prices.revert(owner, actor, price, Versions.etag(version));
    }

    /** Stock of these articles, by their number; those that never moved in this store are absent. */
    public Uni<Map<String, StockBalance>> balances(Owner owner, StoreId store, Set<String> skus) {
        return stock.balances(owner, store, skus);
    }

    /** Of one product, newest first. */
    public Uni<List<StockEntry>> movements(Owner owner, StoreId store, String sku, int limit) {
        return stock.movements(owner, store, new MovementQuery(sku, limit, null, null));
    }

    /** @return whether this booked it; false when the same had been booked before */
    public Uni<Boolean> record(Owner owner, Actor actor, RecordStock command) {
        return recording.record(owner, actor, command);
    }

    public Uni<Page<Promotion>> promotions(Owner owner, PageRequest page) {
        return promotions
                .list(owner, page.limit(), page.afterId())
                .map(found -> Page.of(found, page, promotion -> promotion.id().toString()));
    }

    public Uni<Promotion> promotion(Owner owner, UUID id) {
        return promotions.get(owner, id);
    }

    public Uni<Promotion> add(Owner owner, Actor actor, SavePromotion wanted) {
        return promotions.add(owner, actor, wanted);
    }

    public Uni<Promotion> change(Owner owner, Actor actor, UUID id, int version, SavePromotion wanted) {
        return promotions.change(owner, actor, new ChangePromotion(id, wanted, Versions.etag(version)));
    }

    public Uni<Page<Coupon>> coupons(Owner owner, PageRequest page) {
        return coupons.list(owner, page.limit(), page.after()).map(found -> Page.of(found, page, Coupon::code));
    }

    public Uni<Coupon> coupon(Owner owner, UUID id) {
        return coupons.get(owner, id);
    }

    public Uni<Coupon> add(Owner owner, Actor actor, SaveCoupon wanted) {
        return coupons.add(owner, actor, wanted);
    }

    public Uni<Coupon> change(Owner owner, Actor actor, UUID id, int version, SaveCoupon wanted) {
        return coupons.change(owner, actor, new ChangeCoupon(id, wanted, Versions.etag(version)));
    }

    /** At most 10,000 lines. */
    public Uni<ImportOutcome> importCsv(Owner owner, Actor actor, String csv, ImportMode mode) {
        return importing.run(owner, actor, csv, mode);
    }

    /**
     * In the order of skus, at most 10,000.
     *
     * @param after the last sku of the file before
     */
    public Uni<String> exportCsv(Owner owner, @Nullable String after) {
        return exporting.run(owner, after);
    }
}
