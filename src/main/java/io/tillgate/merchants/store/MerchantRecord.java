package io.tillgate.merchants.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.merchants.BusinessIdentity;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.Standing;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "merchant")
@IdClass(RowKey.class)
class MerchantRecord extends PanacheEntityBase {
    @Id
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private int version;

    @SuppressWarnings("UnusedVariable") // for the database and for queries
    private UUID applicationId;

    private String legalName;
    private String tradingName;
    private String legalForm;
    private String country;
    private String registrationNumber;
    private @Nullable String website;
    private boolean mayTrade;
    private boolean mayBePaid;
    private @Nullable String standingReason;
    private Instant createdAt;

    MerchantRecord() {}

    static MerchantRecord of(Merchant merchant, ApplicationId application) {
        MerchantRecord row = new MerchantRecord();
        row.tenantId = merchant.tenant().value();
        row.id = merchant.id().value();
        row.applicationId = application.value();
        row.createdAt = merchant.createdAt();
        row.apply(merchant);
        return row;
    }

    void apply(Merchant merchant) {
        BusinessIdentity business = merchant.business();
        legalName = business.legalName();
        tradingName = business.tradingName();
        legalForm = business.legalForm();
        country = business.country();
        registrationNumber = business.registrationNumber();
        website = business.website();
        mayTrade = merchant.standing().mayTrade();
        mayBePaid = merchant.standing().mayBePaid();
        standingReason = merchant.standing().reason();
    }

    Merchant toMerchant() {
        return new Merchant(
                new TenantId(tenantId),
                new MerchantId(id),
                version,
                new BusinessIdentity(legalName, tradingName, legalForm, country, registrationNumber, website),
                new Standing(mayTrade, mayBePaid, standingReason),
                createdAt);
    }
}
