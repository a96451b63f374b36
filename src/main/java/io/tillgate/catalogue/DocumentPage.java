package io.tillgate.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what changed in a document. Whoever applied all pages up to the one without {@code next} holds {@code version}.
 *
 * @param version the version that all pages of this walk lead to
 * @param items whole items to put in place of the old ones, or tombstones {@code {"sku":..,"deleted":true}}
 * @param next the cursor of the following page, absent on the last
 */
public record DocumentPage(
        DocumentKind kind,
        long version,
        List<JsonNode> items,
        @Nullable String next) {
    public DocumentPage {
        items = List.copyOf(items);
    }
}
