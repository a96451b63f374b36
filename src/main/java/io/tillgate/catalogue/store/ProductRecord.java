package io.tillgate.catalogue.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.shared.ProductId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code product}. */
@Entity
@Table(name = "product")
@IdClass(TenantKey.class)
class ProductRecord extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    UUID id;

    UUID merchantId;
    String sku;

    @Nullable
    String nameEn;

    @Nullable
    String nameZh;

    String unit;
    String taxRate;

    @Nullable
    String category;

    boolean active;

    @Version
    int version;

    Instant createdAt;
    Instant updatedAt;

    @Nullable
    Instant deletedAt;

    protected ProductRecord() {}

    static ProductRecord create(Owner owner, ProductId id, Instant now) {
        ProductRecord product = new ProductRecord();
        product.tenantId = owner.tenant().value();
        product.merchantId = owner.merchant().value();
        product.id = id.value();
        product.createdAt = now;
        return product;
    }

    /** The time of change is always written, so that a change of barcodes alone moves the version too. */
    ProductRecord become(SaveProduct wanted, Instant now) {
        sku = wanted.sku();
        nameEn = wanted.name().en();
        nameZh = wanted.name().zh();
        unit = wanted.unit();
        taxRate = wanted.taxRate();
        category = wanted.category();
        active = wanted.isActive();
        updatedAt = now;
        return this;
    }

    Product toProduct(List<String> barcodes) {
        return new Product(
                new ProductId(id),
                sku,
                new ProductNames(nameEn, nameZh),
                unit,
                taxRate,
                category,
                active,
                barcodes,
                version);
    }
}
