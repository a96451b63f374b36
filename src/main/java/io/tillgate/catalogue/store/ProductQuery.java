package io.tillgate.catalogue.store;

import org.jspecify.annotations.Nullable;

/**
 * What to list: all filters together, in the order of skus.
 *
 * @param text part of the sku or of a name in either language
 * @param after the last sku already seen
 */
public record ProductQuery(
        @Nullable String text,
        @Nullable String barcode,
        @Nullable String category,
        int limit,
        @Nullable String after) {

    /** The pattern for {@code like}: the caller's own wildcards mean themselves. */
    String pattern() {
        if (text == null) {
            return "%";
        }
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
