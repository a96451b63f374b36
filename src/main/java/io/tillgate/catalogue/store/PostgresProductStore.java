package io.tillgate.catalogue.store;

import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Products and their barcodes. Every operation runs in the caller's transaction. */
@ApplicationScoped
public class PostgresProductStore {
    private static final String LISTED = "merchantId = :merchant and deletedAt is null and sku > :after"
            + " and (sku like :pattern escape '\\' or lower(nameEn) like lower(:pattern) escape '\\'"
            + " or nameZh like :pattern escape '\\')";
    private static final String BARCODES =
            "select product_id, barcode from product_barcode where tenant_id = $1 and product_id = any($2::uuid[])"
                    + " order by barcode";
    private static final String BY_BARCODE =
            "select product_id, barcode from product_barcode where tenant_id = $1 and merchant_id = $2 and barcode = $3";
    private static final String ADD_BARCODES =
            "insert into product_barcode (tenant_id, merchant_id, barcode, product_id)"
                    + " select $1, $2, code, $3 from unnest($4::text[]) as code order by code on conflict do nothing";

    public Uni<Product> add(Records records, Owner owner, NewProduct product) {
        ProductRecord row =
                ProductRecord.create(owner, product.id(), product.now()).become(product.wanted(), product.now());
        return row.persistAndFlush()
                .onFailure(ConstraintViolationException.class)
                .transform(PostgresProductStore::skuTaken)
                .chain(() -> addBarcodes(
                        records, owner, product.id(), product.wanted().codes()))
                .map(none -> row.toProduct(product.wanted().codes()));
    }

    /** A product to be stored under an id. */
    public record NewProduct(ProductId id, SaveProduct wanted, Instant now) {}

    public Uni<Product> change(Records records, Owner owner, NewProduct product, @Nullable String ifMatch) {
        return row(owner, product.id()).chain(row -> {
            Versions.expect(ifMatch, row.version);
            row.become(product.wanted(), product.now());
            return row.flush()
                    .onFailure(ConstraintViolationException.class)
                    .transform(PostgresProductStore::skuTaken)
                    .chain(() -> dropBarcodes(records, owner, product.id()))
                    .chain(() -> addBarcodes(
                            records, owner, product.id(), product.wanted().codes()))
                    .map(none -> row.toProduct(product.wanted().codes()));
        });
    }

    /** Marks it deleted and gives sku and barcodes back. */
    public Uni<Void> delete(Records records, Owner owner, ProductId id, Deletion deletion) {
        return row(owner, id).chain(row -> {
            Versions.expect(deletion.ifMatch(), row.version);
            row.deletedAt = deletion.now();
            row.updatedAt = deletion.now();
            return dropBarcodes(records, owner, id);
        });
    }

    /** When, and which version the caller means. */
    public record Deletion(Instant now, @Nullable String ifMatch) {}

    public Uni<Product> get(Records records, Owner owner, ProductId id) {
        return row(owner, id)
                .chain(row -> withBarcodes(records, owner, List.of(row)).map(List::getFirst));
    }

    public Uni<Product> bySku(Records records, Owner owner, String sku) {
        return ProductRecord.<ProductRecord>find(
                        "merchantId = ?1 and sku = ?2 and deletedAt is null",
                        owner.merchant().value(),
                        sku)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(PostgresProductStore::notFound)
                .chain(row -> withBarcodes(records, owner, List.of(row)).map(List::getFirst));
    }

    /** One more than the limit when there are more. */
    public Uni<List<Product>> list(Records records, Owner owner, ProductQuery query) {
        if (query.barcode() != null) {
            return byBarcode(records, owner, query.barcode());
        }
        Parameters parameters = Parameters.with("merchant", owner.merchant().value())
                .and("after", query.after() == null ? "" : query.after())
                .and("pattern", query.pattern());
        // PostgreSQL cannot tell the type of a parameter that is only compared with null
        String where = query.category() == null ? LISTED : LISTED + " and category = :category";
        Parameters all = query.category() == null ? parameters : parameters.and("category", query.category());
        return ProductRecord.<ProductRecord>find(where + " order by sku", all)
                .range(0, query.limit())
                .list()
                .chain(rows -> withBarcodes(records, owner, rows));
    }

    private Uni<List<Product>> byBarcode(Records records, Owner owner, String barcode) {
        return records.select(
                        BY_BARCODE, owner.tenant().value(), owner.merchant().value(), barcode)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : get(records, owner, new ProductId((UUID) found.getFirst()[0]))
                                .map(List::of));
    }

    private Uni<List<Product>> withBarcodes(Records records, Owner owner, List<ProductRecord> rows) {
        UUID[] ids = rows.stream().map(row -> row.id).toArray(UUID[]::new);
        return records.select(BARCODES, owner.tenant().value(), ids).map(found -> {
            Map<UUID, List<String>> codes = new HashMap<>();
            for (Object[] code : found) {
                codes.computeIfAbsent((UUID) code[0], id -> new ArrayList<>()).add((String) code[1]);
            }
            return rows.stream()
                    .map(row -> row.toProduct(codes.getOrDefault(row.id, List.of())))
                    .toList();
        });
    }

    private static Uni<Void> dropBarcodes(Records records, Owner owner, ProductId id) {
        return records.execute(
                        "delete from product_barcode where tenant_id = $1 and product_id = $2",
                        owner.tenant().value(),
                        id.value())
                .replaceWithVoid();
    }

    private static Uni<Void> addBarcodes(Records records, Owner owner, ProductId id, List<String> codes) {
        if (codes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return records.execute(
                        ADD_BARCODES,
                        owner.tenant().value(),
                        owner.merchant().value(),
                        id.value(),
                        codes.toArray(String[]::new))
                .invoke(added -> {
                    if (added < codes.size()) {
                        throw new Refusal(
                                CatalogueProblem.BARCODE_TAKEN, "Another product of yours has one of these barcodes.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<ProductRecord> row(Owner owner, ProductId id) {
        return ProductRecord.<ProductRecord>findById(
                        new TenantKey(owner.tenant().value(), id.value()))
                .map(row -> row == null
                                || row.deletedAt != null
                                || !row.merchantId.equals(owner.merchant().value())
                        ? null
                        : row)
                .onItem()
                .ifNull()
                .failWith(PostgresProductStore::notFound);
    }

    private static Refusal skuTaken(Throwable race) {
        return new Refusal(CatalogueProblem.SKU_TAKEN, "Another product of yours has this sku.");
    }

    private static Refusal notFound() {
        return new Refusal(CommonProblem.NOT_FOUND, "There is no such product.");
    }
}
