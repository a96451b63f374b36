package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.StoreId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts changed items into a document and tells of it, in the transaction of the change. Call it last: it takes the counter. */
@ApplicationScoped
public class PublishingDocuments {
    /** The front door's {@code Catalogue.CHANGED}. */
    static final String CHANGED = "catalogue.changed";

    private static final int DELTA_ITEMS_MAX = 20;
    private static final int DELTA_CHARACTERS_MAX = 16_000;
    private static final String OWN_ITEMS =
            "select 1 from document_item where tenant_id = $1 and merchant_id = $2 and kind = $3"
                    + " and item_key = any($4::text[]) and store_id <> $5 and body is not null limit 1";

    private static final String LIVE =
            "select kind, store_id from document_item where tenant_id = $1 and merchant_id = $2 and item_key = $3"
                    + " and kind in ('prices', 'stock') and body is not null order by kind, store_id";

    private final PostgresDocumentStore documents;
    private final Outbox outbox;

    PublishingDocuments(PostgresDocumentStore documents, Outbox outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    /** Answers the document's new version. With no items nothing changes, and it answers 0. */
    public Uni<Long> publish(Records records, DocumentKey document, List<DocumentItem> items) {
        if (items.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        return documents
                .put(records, document, items)
                .chain(version -> delta(records, document, items)
                        .chain(delta -> outbox.publish(
                                records,
                                outbox.event(
                                        document.owner().tenant(),
                                        CHANGED,
                                        key(document),
                                        payload(document, version, delta))))
                        .replaceWith(version));
    }

    /** Takes a deleted product's price and stock out of their documents: prices first, then stock by store. */
    Uni<Void> withdraw(Records records, Owner owner, String sku) {
        return records.select(LIVE, owner.tenant().value(), owner.merchant().value(), sku)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> {
                            StoreId store = new StoreId((UUID) row[1]);
                            DocumentKind kind =
                                    DocumentKind.ofWord((String) row[0]).orElseThrow();
                            return publish(
                                    records,
                                    new DocumentKey(owner, kind, store),
                                    List.of(DocumentItem.gone(sku, store)));
                        })
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** One setting of a store's configuration document. */
    public static DocumentItem setting(String key, StoreId store, @Nullable JsonNode value) {
        return value == null
                ? DocumentItem.gone(key, store)
                : DocumentItem.live(
                        key,
                        store,
                        JsonNodeFactory.instance.objectNode().put("key", key).set("value", value));
    }

    /** The payload of {@value #CHANGED}; see the front door. */
    static JsonObject payload(DocumentKey document, long version, @Nullable JsonArray items) {
        JsonObject payload = new JsonObject()
                .put("merchant", document.owner().merchant().toString())
                .put("kind", document.kind().word())
                .put("version", version);
        if (!document.store().equals(PostgresDocumentStore.ALL_STORES)) {
            payload.put("store", document.store().toString());
        }
        return items == null ? payload : payload.put("items", items);
    }

    static String key(DocumentKey document) {
        return document.owner().merchant() + ":" + document.kind().word();
    }

    /** The items when they are few, live in the view of the stores concerned, and the same for all of them; else null. */
    private Uni<@Nullable JsonArray> delta(Records records, DocumentKey document, List<DocumentItem> items) {
        boolean allStores = document.store().equals(PostgresDocumentStore.ALL_STORES);
        // when a store's own item goes, the merchant's stands again: that is for the feed to say
        boolean unveils = !allStores && items.stream().anyMatch(item -> item.body() == null);
        boolean mixed =
                allStores && items.stream().anyMatch(item -> !item.store().equals(document.store()));
        if (items.size() > DELTA_ITEMS_MAX || unveils || mixed) {
            return Uni.createFrom().nullItem();
        }
        if (!allStores || document.kind() != DocumentKind.PRICES) {
            return Uni.createFrom().item(array(document.kind(), items));
        }
        String[] keys = items.stream().map(DocumentItem::key).toArray(String[]::new);
        return records.select(
                        OWN_ITEMS,
                        document.owner().tenant().value(),
                        document.owner().merchant().value(),
                        document.kind().word(),
                        keys,
                        PostgresDocumentStore.ALL_STORES.value())
                .map(own -> own.isEmpty() ? array(document.kind(), items) : null);
    }

    private static @Nullable JsonArray array(DocumentKind kind, List<DocumentItem> items) {
        JsonArray array = new JsonArray();
        int characters = 0;
        for (DocumentItem item : items) {
            String body = Objects.requireNonNullElse(item.body(), "");
            characters += body.length();
            array.add(item.body() == null ? item.tombstone(kind) : new JsonObject(body));
        }
        return characters > DELTA_CHARACTERS_MAX ? null : array;
    }
}
