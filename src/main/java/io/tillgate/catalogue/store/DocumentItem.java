package io.tillgate.catalogue.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.shared.StoreId;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One item of a document.
 *
 * @param store whom it is for; all stores unless a store has its own
 * @param body canonical JSON, null for a tombstone
 */
public record DocumentItem(
        String key, StoreId store, @Nullable String body) {
    public static DocumentItem live(String key, StoreId store, JsonNode body) {
        return new DocumentItem(key, store, CanonicalJson.of(body.toString()));
    }

    public static DocumentItem gone(String key, StoreId store) {
        return new DocumentItem(key, store, null);
    }

    /** What stands in for an item of this kind that is gone. */
    public JsonObject tombstone(DocumentKind kind) {
        return new JsonObject().put(keyName(kind), key).put("deleted", true);
    }

    /** The member that names an item of this kind. */
    static String keyName(DocumentKind kind) {
        return switch (kind) {
            case CATALOGUE, PRICES, STOCK -> "sku";
            case PROMOTIONS -> "id";
            case CONFIGURATION -> "key";
        };
    }
}
