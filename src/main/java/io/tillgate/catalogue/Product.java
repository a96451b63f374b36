package io.tillgate.catalogue;

import io.tillgate.shared.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as it stands; {@code version} is its ETag. */
public record Product(
        ProductId id,
        String sku,
        ProductNames name,
        String unit,
        String taxRate,
        @Nullable String category,
        boolean active,
        List<String> barcodes,
        int version) {
    public Product {
        barcodes = List.copyOf(barcodes);
    }
}
