package io.tillgate.catalogue.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.store.PostgresProductImport;
import io.tillgate.catalogue.store.PostgresProductStore;
import io.tillgate.catalogue.store.ProductQuery;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a merchant's products as the CSV that {@link ImportingProducts} reads. */
@ApplicationScoped
public class ExportingProducts {
    private final TenantTransaction transaction;
    private final PostgresProductStore products;
    private final PostgresProductImport prices;
    private final BusinessClock clock;

    ExportingProducts(
            TenantTransaction transaction,
            PostgresProductStore products,
            PostgresProductImport prices,
            BusinessClock clock) {
        this.transaction = transaction;
        this.products = products;
        this.prices = prices;
        this.clock = clock;
    }

    /** The first 10,000 products after a sku, with the merchant's prices in force. */
    public Uni<String> run(Owner owner, @Nullable String after) {
        ProductQuery query = new ProductQuery(null, null, null, ProductCsv.LINES_MAX - 1, after);
        return transaction.records(
                owner.scope(),
                records -> products.list(records, owner, query)
                        .chain(found -> prices.basePrices(records, owner, skus(found), clock.now(owner.tenant()))
                                .map(base -> ProductCsv.write(found, base))));
    }

    private static List<String> skus(List<Product> products) {
        return products.stream().map(Product::sku).toList();
    }
}
