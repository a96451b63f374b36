package io.tillgate.merchants.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.MerchantNumber;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

@Entity
@Table(name = "merchant_account")
@IdClass(RowKey.class)
class MerchantAccountRecord extends PanacheEntityBase {
    @Id
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID merchantId;
    private String number;
    private String currency;
    private String categoryCode;
    private String feePlan;
    private UUID payoutAccountId;
    private boolean open;

    @SuppressWarnings("UnusedVariable") // for the database and for queries
    private Instant createdAt;

    MerchantAccountRecord() {}

    static MerchantAccountRecord of(MerchantAccount account, Instant createdAt) {
        MerchantAccountRecord row = new MerchantAccountRecord();
        row.tenantId = account.tenant().value();
        row.id = account.id().value();
        row.merchantId = account.merchant().value();
        row.number = account.number().value();
        row.currency = account.currency().getCurrencyCode();
        row.categoryCode = account.categoryCode();
        row.createdAt = createdAt;
        row.apply(account);
        return row;
    }

    /** What may change later; number, currency and merchant never do. */
    void apply(MerchantAccount account) {
        feePlan = account.feePlan();
        payoutAccountId = account.payoutAccount();
        open = account.open();
    }

    MerchantAccount toAccount() {
        return new MerchantAccount(
                new TenantId(tenantId),
                new MerchantAccountId(id),
                new MerchantId(merchantId),
                version,
                new MerchantNumber(number),
                Currency.getInstance(currency),
                categoryCode,
                feePlan,
                payoutAccountId,
                open);
    }
}
