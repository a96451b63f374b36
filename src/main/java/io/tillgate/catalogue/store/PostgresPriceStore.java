package io.tillgate.catalogue.store;

import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Price;
import io.tillgate.catalogue.Product;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Price changes. Every operation runs in the caller's transaction. */
@ApplicationScoped
public class PostgresPriceStore {
    /** Price changes of one product that are looked at; older ones no longer matter. */
    private static final int CHANGES_MAX = 1_000;

    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final String LISTED =
            "merchantId = :merchant and productId = :product" + " and id < :after order by id desc";

    public Uni<Price> add(Owner owner, UUID id, NewPrice price, String sku) {
        PriceRecord row = PriceRecord.create(owner, id, price);
        return row.persistAndFlush().replaceWith(() -> row.toPrice(sku));
    }

    /** The newest price changes of one product, the merchant's and every store's, without the withdrawn ones. */
    public Uni<List<Price>> changes(Owner owner, Product product) {
        return PriceRecord.<PriceRecord>find(
                        "tenantId = ?1 and productId = ?2 and withdrawnAt is null order by validFrom desc, id desc",
                        owner.tenant().value(),
                        product.id().value())
                .range(0, CHANGES_MAX - 1)
                .list()
                .map(rows ->
                        rows.stream().map(row -> row.toPrice(product.sku())).toList());
    }

    /** The same for many products at once, by sku. */
    public Uni<Map<String, List<Price>>> changes(Owner owner, Map<ProductId, String> skus) {
        return PriceRecord.<PriceRecord>find(
                        "tenantId = ?1 and productId in ?2 and withdrawnAt is null order by validFrom desc, id desc",
                        owner.tenant().value(),
                        skus.keySet().stream().map(ProductId::value).toList())
                .list()
                .map(rows -> rows.stream()
                        .map(row -> row.toPrice(Objects.requireNonNull(skus.get(new ProductId(row.productId)))))
                        .collect(Collectors.groupingBy(Price::sku)));
    }

    /** Price changes of one product happen one after another. */
    public Uni<Void> lock(Records records, Owner owner, Product product) {
        return records.select(
                        "select 1 from product where tenant_id = $1 and id = $2 for update",
                        owner.tenant().value(),
                        product.id().value())
                .replaceWithVoid();
    }

    /** History of a product, newest first; one more than the limit when there are more. */
    public Uni<List<Price>> list(Owner owner, Product product, History history) {
        Parameters parameters = Parameters.with("merchant", owner.merchant().value())
                .and("product", product.id().value())
                .and("after", history.after() == null ? AFTER_ALL : history.after());
        return PriceRecord.<PriceRecord>find(LISTED, parameters)
                .range(0, history.limit())
                .list()
                .map(rows ->
                        rows.stream().map(row -> row.toPrice(product.sku())).toList());
    }

    /** Which part of a history; {@code after} is the last id already seen. */
    public record History(int limit, @Nullable UUID after) {}

    public Uni<Price> get(Owner owner, UUID id, String sku) {
        return row(owner, id).map(row -> row.toPrice(sku));
    }

    /** Whose price it is. */
    public Uni<ProductId> product(Owner owner, UUID id) {
        return row(owner, id).map(row -> new ProductId(row.productId));
    }

    /** Marks a price change as taken back, if it is still the version that the caller saw. */
    public Uni<Void> withdraw(Owner owner, UUID id, Instant now, @Nullable String ifMatch) {
        return row(owner, id).chain(row -> {
            Versions.expect(ifMatch, row.version);
            row.withdrawnAt = now;
            return row.flush();
        });
    }

    private static Uni<PriceRecord> row(Owner owner, UUID id) {
        return PriceRecord.<PriceRecord>findById(new TenantKey(owner.tenant().value(), id))
                .map(row ->
                        row != null && row.merchantId.equals(owner.merchant().value()) ? row : null)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal(CommonProblem.NOT_FOUND, "There is no such price."));
    }
}
