package io.tillgate.catalogue.store;

import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.Owner;
import io.tillgate.shared.StoreId;

/** Names a document as one store sees it. {@code store} may be all stores where a merchant-wide document is written. */
public record DocumentKey(Owner owner, DocumentKind kind, StoreId store) {
    /** Whose counter counts: each store its own for stock and configuration, one for the merchant otherwise. */
    StoreId counterStore() {
        return kind.isPerStore() ? store : PostgresDocumentStore.ALL_STORES;
    }
}
