package io.tillgate.merchants.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.merchants.Store;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "store")
@IdClass(RowKey.class)
class StoreRecord extends PanacheEntityBase {
    @Id
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID merchantId;
    private String nameEn;
    private @Nullable String nameZh;
    private String line1;
    private @Nullable String line2;
    private String city;
    private @Nullable String region;
    private @Nullable String postalCode;
    private String country;
    private String timeZone;
    private @Nullable String phone;
    private boolean archived;

    @SuppressWarnings("UnusedVariable") // for the database and for queries
    private Instant createdAt;

    StoreRecord() {}

    static StoreRecord of(Store store, Instant createdAt) {
        StoreRecord row = new StoreRecord();
        row.tenantId = store.tenant().value();
        row.id = store.id().value();
        row.merchantId = store.merchant().value();
        row.createdAt = createdAt;
        row.apply(store);
        return row;
    }

    void apply(Store store) {
        Store.Details details = store.details();
        nameEn = details.name().en();
        nameZh = details.name().zh();
        line1 = details.address().line1();
        line2 = details.address().line2();
        city = details.address().city();
        region = details.address().region();
        postalCode = details.address().postalCode();
        country = details.address().country();
        timeZone = details.timeZone().getId();
        phone = details.phone();
        archived = store.archived();
    }

    Store toStore() {
        return new Store(
                new TenantId(tenantId),
                new StoreId(id),
                new MerchantId(merchantId),
                version,
                new Store.Details(
                        new Store.Name(nameEn, nameZh),
                        new Store.Address(line1, line2, city, region, postalCode, country),
                        ZoneId.of(timeZone),
                        phone),
                archived);
    }
}
