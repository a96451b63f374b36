package io.tillgate.catalogue.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Price;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.store.PostgresPriceStore;
import io.tillgate.catalogue.store.PostgresPriceStore.History;
import io.tillgate.catalogue.store.PostgresProductStore;
import io.tillgate.catalogue.store.ProductQuery;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Looks at products and the history of their prices. */
@ApplicationScoped
public class ReadingProducts {
    private final TenantTransaction transaction;
    private final PostgresProductStore products;
    private final PostgresPriceStore prices;

    ReadingProducts(TenantTransaction transaction, PostgresProductStore products, PostgresPriceStore prices) {
        this.transaction = transaction;
        this.products = products;
        this.prices = prices;
    }

    public Uni<Product> get(Owner owner, ProductId id) {
        return transaction.records(owner.scope(), records -> products.get(records, owner, id));
    }

    /** One more than the limit when there are more. */
    public Uni<List<Product>> list(Owner owner, ProductQuery query) {
        return transaction.records(owner.scope(), records -> products.list(records, owner, query));
    }

    /** One price change, with the sku that the product has now. */
    public Uni<Price> price(Owner owner, UUID id) {
        return transaction.records(
                owner.scope(),
                records -> prices.product(owner, id)
                        .chain(product -> products.get(records, owner, product))
                        .chain(product -> prices.get(owner, id, product.sku())));
    }

    /** Price changes of a product, newest first; one more than the limit when there are more. */
    public Uni<List<Price>> prices(Owner owner, String sku, History history) {
        return transaction.records(
                owner.scope(),
                records -> products.bySku(records, owner, sku).chain(product -> prices.list(owner, product, history)));
    }
}
