package io.tillgate.catalogue.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Price;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One row of {@code price}. */
@Entity
@Table(name = "price")
@IdClass(TenantKey.class)
class PriceRecord extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    UUID id;

    UUID merchantId;
    UUID productId;

    @Nullable
    UUID storeId;

    @Nullable
    Long value;

    @JdbcTypeCode(SqlTypes.CHAR)
    String currency;

    Instant validFrom;

    @Nullable
    Instant withdrawnAt;

    @Nullable
    UUID reverts;

    @Version
    int version;

    Instant createdAt;

    protected PriceRecord() {}

    static PriceRecord create(Owner owner, UUID id, NewPrice price) {
        PriceRecord row = new PriceRecord();
        row.tenantId = owner.tenant().value();
        row.merchantId = owner.merchant().value();
        row.id = id;
        row.productId = price.product().value();
        row.storeId = price.store() == null ? null : price.store().value();
        row.value = price.price() == null ? null : price.price().value();
        row.currency = price.currency();
        row.validFrom = price.validFrom();
        row.createdAt = price.now();
        row.reverts = price.reverts();
        return row;
    }

    @Nullable
    Money money() {
        return value == null ? null : Money.of(value, currency);
    }

    Price toPrice(String sku) {
        StoreId store = storeId == null ? null : new StoreId(storeId);
        return new Price(
                id, new ProductId(productId), sku, store, money(), currency, validFrom, reverts, withdrawnAt, version);
    }
}
