package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.catalogue.Price;
import io.tillgate.catalogue.domain.PriceTimeline;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How prices look on a terminal: {@code {"sku","price":{value,currency},"validFrom","upcoming":[{"price","validFrom"}]}}.
 * A store with prices of its own has items of its own, which hold what counts in that store.
 */
final class PriceItems {
    private static final int UPCOMING_MAX = 20;

    private final ObjectMapper json;
    private final Instant now;

    PriceItems(ObjectMapper json, Instant now) {
        this.json = json;
        this.now = now;
    }

    /** The items to write after a change for one store, or for all when {@code changed} is null. */
    List<DocumentItem> of(String sku, List<Price> prices, @Nullable StoreId changed) {
        List<DocumentItem> items = new ArrayList<>();
        if (changed == null) {
            items.add(item(sku, PostgresDocumentStore.ALL_STORES, timeline(prices, null)));
        }
        for (UUID store : stores(prices, changed)) {
            StoreId own = new StoreId(store);
            PriceTimeline timeline = timeline(prices, own);
            items.add(timeline.isOwn(now) ? item(sku, own, timeline) : DocumentItem.gone(sku, own));
        }
        return items;
    }

    private static SortedSet<UUID> stores(List<Price> prices, @Nullable StoreId changed) {
        SortedSet<UUID> stores = new TreeSet<>();
        if (changed != null) {
            stores.add(changed.value());
            return stores;
        }
        prices.stream().map(Price::store).filter(Objects::nonNull).forEach(store -> stores.add(store.value()));
        return stores;
    }

    static PriceTimeline timeline(List<Price> prices, @Nullable StoreId store) {
        return new PriceTimeline(prices.stream()
                .filter(price -> price.store() == null || price.store().equals(store))
                .map(price ->
                        new PriceTimeline.Entry(price.id(), price.store() != null, price.price(), price.validFrom()))
                .toList());
    }

    private DocumentItem item(String sku, StoreId store, PriceTimeline timeline) {
        Optional<PriceTimeline.InForce> force = timeline.at(now);
        List<PriceTimeline.Upcoming> upcoming = timeline.after(now);
        if (force.isEmpty() && upcoming.isEmpty()) {
            return DocumentItem.gone(sku, store);
        }
        ObjectNode item = json.createObjectNode().put("sku", sku);
        if (force.isPresent()) {
            item.set("price", money(force.get().price()));
            item.put("validFrom", force.get().since().toString());
        }
        ArrayNode later = item.putArray("upcoming");
        upcoming.stream().limit(UPCOMING_MAX).forEach(change -> {
            ObjectNode entry = later.addObject().put("validFrom", change.from().toString());
            if (change.price() != null) {
                entry.set("price", money(change.price()));
            }
        });
        return DocumentItem.live(sku, store, item);
    }

    private ObjectNode money(Money money) {
        return json.createObjectNode()
                .put("value", money.value())
                .put("currency", money.currency().getCurrencyCode());
    }
}
