package io.tillgate.catalogue;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Catalogue.Feed;
import io.tillgate.catalogue.Catalogue.Slice;
import io.tillgate.catalogue.usecase.ChangingProducts;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Merchants of their own for each test, products in them, and a terminal that follows the feed. */
@ApplicationScoped
public class CatalogueFixture {
    static final Actor ACTOR = Actor.system("catalogue-test");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChangingProducts changing;
    private final Catalogue catalogue;

    CatalogueFixture(ChangingProducts changing, Catalogue catalogue) {
        this.changing = changing;
        this.catalogue = catalogue;
    }

    static Owner merchant() {
        return new Owner(new TenantId(UUID.randomUUID()), new MerchantId(UUID.randomUUID()));
    }

    static StoreId store() {
        return new StoreId(UUID.randomUUID());
    }

    static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    static SaveProduct wanted(String sku, String unit, String... barcodes) {
        return new SaveProduct(
                sku, new ProductNames("Name of " + sku, "名称"), unit, "0.13", null, null, List.of(barcodes));
    }

    Product product(Owner owner, String sku, String unit) {
        return await(changing.add(owner, ACTOR, wanted(sku, unit)));
    }

    Till till(Owner owner, StoreId store, DocumentKind kind) {
        return new Till(owner, new Feed(store, kind));
    }

    /** Holds one document as a terminal would. */
    final class Till {
        private final Owner owner;
        private final Feed feed;
        private final Map<String, String> items = new TreeMap<>();
        private long version;

        private Till(Owner owner, Feed feed) {
            this.owner = owner;
            this.feed = feed;
        }

        /** Fetches what changed, page by page, and applies it. */
        Till catchUp(int limit) {
            @Nullable String cursor = null;
            DocumentPage page;
            do {
                page = await(catalogue.changesSince(owner, feed, version, new Slice(cursor, limit)));
                page.items().forEach(item -> {
                    String key = item.path(item.has("sku") ? "sku" : item.has("key") ? "key" : "id")
                            .asText();
                    if (item.path("deleted").asBoolean()) {
                        items.remove(key);
                    } else {
                        items.put(key, item.toString());
                    }
                });
                cursor = page.next();
            } while (cursor != null);
            version = page.version();
            return this;
        }

        Map<String, String> items() {
            return items;
        }

        long version() {
            return version;
        }

        String item(String key) {
            return items.getOrDefault(key, "absent");
        }

        List<String> keys() {
            return new ArrayList<>(items.keySet());
        }
    }
}
