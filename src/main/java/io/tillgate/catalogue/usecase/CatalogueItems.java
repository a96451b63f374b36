package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.PostgresDocumentStore;

/** How a product looks on a terminal: {@code sku, name{en,zh}, barcodes, unit, taxRate, category, active}. */
final class CatalogueItems {
    private CatalogueItems() {}

    static DocumentItem live(ObjectMapper json, Product product) {
        ObjectNode item = json.createObjectNode().put("sku", product.sku());
        item.set("name", json.valueToTree(product.name()));
        item.set("barcodes", json.valueToTree(product.barcodes()));
        item.put("unit", product.unit()).put("taxRate", product.taxRate()).put("active", product.active());
        if (product.category() != null) {
            item.put("category", product.category());
        }
        return DocumentItem.live(product.sku(), PostgresDocumentStore.ALL_STORES, item);
    }
}
