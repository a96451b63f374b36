package io.tillgate.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.catalogue.store.PostgresDocumentStore.Walk;
import io.tillgate.catalogue.store.PostgresSellableItems;
import io.tillgate.catalogue.store.PostgresSellableItems.Wanted;
import io.tillgate.catalogue.usecase.PublishingDocuments;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.StoreId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other capabilities ask of the catalogue: the change feed for terminals, and the sale path's look-ups. Coupons and
 * stock on the sale path are the statements of {@link CouponRedemptions} and {@link StockMovements}.
 *
 * <p>After every change of a document the outbox tells {@value #CHANGED}, key merchant and kind, payload
 * {@code {"merchant","store"?,"kind","version","items"?}}. {@code store} names the only store whose view changed; a
 * counter of the whole merchant grows for the other stores as well. {@code items} is there when they are few and the same
 * for every store the event is for; otherwise terminals are told the version and fetch.
 */
@ApplicationScoped
public class Catalogue {
    public static final String CHANGED = "catalogue.changed";

    /** The largest page of the feed. */
    public static final int PAGE_MAX = 500;

    private final TenantTransaction transaction;
    private final PostgresDocumentStore documents;
    private final PublishingDocuments publishing;
    private final BusinessClock clock;

    Catalogue(
            TenantTransaction transaction,
            PostgresDocumentStore documents,
            PublishingDocuments publishing,
            BusinessClock clock) {
        this.transaction = transaction;
        this.documents = documents;
        this.publishing = publishing;
        this.clock = clock;
    }

    /**
     * What changed in a document after version {@code since}, as this store sees it; from the start when {@code since} is
     * 0 or was never given out. At most {@value #PAGE_MAX} items a page; follow {@code next} with the same {@code since}.
     */
    public Uni<DocumentPage> changesSince(Owner owner, Feed feed, long since, Slice slice) {
        int limit = Math.clamp(slice.limit(), 1, PAGE_MAX);
        DocumentKey key = new DocumentKey(owner, feed.kind(), feed.store());
        return transaction.sql(
                owner.scope(), sql -> documents.page(sql, key, new Walk(Math.max(since, 0), slice.cursor(), limit)));
    }

    /** A document as a store sees it. */
    public record Feed(StoreId store, DocumentKind kind) {}

    /** Which part of a walk; no cursor for its beginning. */
    public record Slice(@Nullable String cursor, int limit) {}

    /** Where every document stands for this store, in the order of the kinds. */
    public Uni<List<DocumentVersion>> versions(Owner owner, StoreId store) {
        return transaction.sql(
                owner.scope(),
                sql -> Multi.createFrom()
                        .items(DocumentKind.values())
                        .onItem()
                        .transformToUniAndConcatenate(
                                kind -> documents.version(sql, new DocumentKey(owner, kind, store)))
                        .collect()
                        .asList());
    }

    /** Products as this store sells them now, by sku; unknown skus are absent. In the caller's transaction. */
    public Uni<Map<String, SellableItem>> lookup(
            SqlConnection connection, Owner owner, StoreId store, Set<String> skus) {
        return PostgresSellableItems.lookup(connection, owner, store, new Wanted(skus, clock.now(owner.tenant())));
    }

    /** The same in a transaction of its own. */
    public Uni<Map<String, SellableItem>> lookup(Owner owner, StoreId store, Set<String> skus) {
        return transaction.sql(owner.scope(), sql -> lookup(sql, owner, store, skus));
    }

    /** Coupons by code; unknown codes are absent. In the caller's transaction. */
    public Uni<Map<String, CouponTerms>> coupons(SqlConnection connection, Owner owner, Set<String> codes) {
        return PostgresSellableItems.coupons(connection, owner, codes);
    }

    /** The same in a transaction of its own. */
    public Uni<Map<String, CouponTerms>> coupons(Owner owner, Set<String> codes) {
        return transaction.sql(owner.scope(), sql -> coupons(sql, owner, codes));
    }

    /**
     * Puts settings into a store's configuration document, each under its key; a null value removes it. Joins the caller's
     * transaction and answers the new version. Each value travels as {@code {"key":..,"value":..}}.
     */
    public Uni<Long> configure(Records records, Owner owner, StoreId store, Map<String, @Nullable JsonNode> settings) {
        List<DocumentItem> items = settings.entrySet().stream()
                .map(setting -> PublishingDocuments.setting(setting.getKey(), store, setting.getValue()))
                .toList();
        return publishing.publish(records, new DocumentKey(owner, DocumentKind.CONFIGURATION, store), items);
    }
}
