package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Products and prices by the thousand, each kind in one statement. */
@ApplicationScoped
public class PostgresProductImport {
    private static final String UPSERT = """
            insert into product as p (tenant_id, merchant_id, id, sku, name_en, name_zh, unit, tax_rate, category, active,
                created_at, updated_at)
            select $1, $2, i.id, i.sku, i.name_en, i.name_zh, i.unit, i.tax_rate, i.category, i.active, $3, $3
            from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::boolean[])
                as i(id, sku, name_en, name_zh, unit, tax_rate, category, active)
            order by i.sku
            on conflict (tenant_id, merchant_id, sku) where deleted_at is null
            do update set name_en = excluded.name_en, name_zh = excluded.name_zh, unit = excluded.unit,
                tax_rate = excluded.tax_rate, category = excluded.category, active = excluded.active,
                updated_at = excluded.updated_at, version = p.version + 1
            returning p.sku, p.id
            """;
    private static final String TAKEN = """
            select b.barcode, p.sku from product_barcode b
            join product p on p.tenant_id = b.tenant_id and p.id = b.product_id
            where b.tenant_id = $1 and b.merchant_id = $2 and b.barcode = any($3::text[])
            """;
    private static final String DROP_BARCODES =
            "delete from product_barcode where tenant_id = $1 and product_id = any($2::uuid[])";
    private static final String ADD_BARCODES = """
            insert into product_barcode (tenant_id, merchant_id, barcode, product_id)
            select $1, $2, b.code, b.product from unnest($3::text[], $4::uuid[]) as b(code, product)
            order by b.code on conflict do nothing
            """;
    private static final String BASE_PRICES = """
            select p.sku, e.value, e.currency from product p cross join lateral (
                select value, currency from price where tenant_id = p.tenant_id and product_id = p.id and store_id is null
                  and withdrawn_at is null and valid_from <= $4 order by valid_from desc, id desc limit 1) e
            where p.tenant_id = $1 and p.merchant_id = $2 and p.sku = any($3::text[]) and p.deleted_at is null
            """;
    private static final String ADD_PRICES = """
            insert into price (tenant_id, merchant_id, id, product_id, value, currency, valid_from, created_at)
            select $1, $2, i.id, i.product, i.value, i.currency, $3, $3
            from unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::text[]) as i(id, product, value, currency)
            """;

    private final Ids ids;

    PostgresProductImport(Ids ids) {
        this.ids = ids;
    }

    /** Adds or changes products by sku; answers their ids. */
    public Uni<Map<String, ProductId>> upsert(Records records, Owner owner, List<SaveProduct> products, Instant now) {
        return records.select(
                        UPSERT,
                        owner.tenant().value(),
                        owner.merchant().value(),
                        now,
                        products.stream().map(product -> ids.next()).toArray(UUID[]::new),
                        texts(products, SaveProduct::sku),
                        texts(products, product -> product.name().en()),
                        texts(products, product -> product.name().zh()),
                        texts(products, SaveProduct::unit),
                        texts(products, SaveProduct::taxRate),
                        texts(products, SaveProduct::category),
                        products.stream().map(SaveProduct::isActive).toArray(Boolean[]::new))
                .map(rows -> {
                    Map<String, ProductId> found = new LinkedHashMap<>();
                    rows.forEach(row -> found.put((String) row[0], new ProductId((UUID) row[1])));
                    return found;
                });
    }

    /** Which of these barcodes are in use, and by which sku. */
    public Uni<Map<String, String>> takenBarcodes(Records records, Owner owner, List<String> codes) {
        return records.select(TAKEN, owner.tenant().value(), owner.merchant().value(), codes.toArray(String[]::new))
                .map(rows -> {
                    Map<String, String> found = new LinkedHashMap<>();
                    rows.forEach(row -> found.put((String) row[0], (String) row[1]));
                    return found;
                });
    }

    /** Replaces the barcodes of these products; answers how many could not be written since someone took them. */
    public Uni<Integer> replaceBarcodes(
            Records records, Owner owner, List<SaveProduct> products, Map<String, ProductId> ids) {
        List<String> codes = new ArrayList<>();
        List<UUID> owners = new ArrayList<>();
        for (SaveProduct product : products) {
            UUID id = Objects.requireNonNull(ids.get(product.sku())).value();
            product.codes().forEach(code -> {
                codes.add(code);
                owners.add(id);
            });
        }
        UUID[] all = ids.values().stream().map(ProductId::value).toArray(UUID[]::new);
        return records.execute(DROP_BARCODES, owner.tenant().value(), all)
                .chain(() -> records.execute(
                        ADD_BARCODES,
                        owner.tenant().value(),
                        owner.merchant().value(),
                        codes.toArray(String[]::new),
                        owners.toArray(UUID[]::new)))
                .map(added -> codes.size() - added);
    }

    /** The merchant's prices in force by sku; skus without one are absent. */
    public Uni<Map<String, Money>> basePrices(Records records, Owner owner, List<String> skus, Instant now) {
        return records.select(
                        BASE_PRICES, owner.tenant().value(), owner.merchant().value(), skus.toArray(String[]::new), now)
                .map(rows -> {
                    Map<String, Money> found = new LinkedHashMap<>();
                    rows.forEach(row -> found.put(
                            (String) row[0], Money.of(((Number) row[1]).longValue(), ((String) row[2]).trim())));
                    return found;
                });
    }

    /** Adds prices that begin now for every store. */
    public Uni<Void> addPrices(Records records, Owner owner, Map<ProductId, Money> prices, Instant now) {
        return records.execute(
                        ADD_PRICES,
                        owner.tenant().value(),
                        owner.merchant().value(),
                        now,
                        prices.keySet().stream().map(product -> ids.next()).toArray(UUID[]::new),
                        prices.keySet().stream().map(ProductId::value).toArray(UUID[]::new),
                        prices.values().stream().map(Money::value).toArray(Long[]::new),
                        prices.values().stream()
                                .map(amount -> amount.currency().getCurrencyCode())
                                .toArray(String[]::new))
                .replaceWithVoid();
    }

    private static String[] texts(List<SaveProduct> products, Function<SaveProduct, @Nullable String> column) {
        return products.stream().map(column).toArray(String[]::new);
    }
}
