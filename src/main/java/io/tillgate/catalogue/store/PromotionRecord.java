package io.tillgate.catalogue.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.catalogue.DiscountTerms;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.Promotion;
import io.tillgate.catalogue.SavePromotion;
import io.tillgate.catalogue.SavePromotion.Bundle;
import io.tillgate.catalogue.Validity;
import io.tillgate.catalogue.domain.TimeWindow;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One row of {@code promotion}. Skus are kept one a line, days as words with blanks between them. */
@Entity
@Table(name = "promotion")
@IdClass(TenantKey.class)
class PromotionRecord extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    UUID id;

    UUID merchantId;

    @Nullable
    UUID storeId;

    @Nullable
    String nameEn;

    @Nullable
    String nameZh;

    String kind;

    @Nullable
    Integer basisPoints;

    @Nullable
    Long value;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Nullable
    String currency;

    @Nullable
    Integer buy;

    @Nullable
    Integer pay;

    String skus;
    Instant validFrom;

    @Nullable
    Instant validTo;

    @Nullable
    String days;

    @Nullable
    LocalTime timeFrom;

    @Nullable
    LocalTime timeTo;

    boolean active;

    @Version
    int version;

    @Nullable
    Instant deletedAt;

    protected PromotionRecord() {}

    static PromotionRecord create(Owner owner, UUID id) {
        PromotionRecord row = new PromotionRecord();
        row.tenantId = owner.tenant().value();
        row.merchantId = owner.merchant().value();
        row.id = id;
        return row;
    }

    PromotionRecord become(SavePromotion wanted) {
        storeId = wanted.store() == null ? null : wanted.store().value();
        nameEn = wanted.name().en();
        nameZh = wanted.name().zh();
        skus = String.join("\n", wanted.skus());
        validFrom = wanted.validity().from();
        validTo = wanted.validity().to();
        active = wanted.active() == null || wanted.active();
        setTerms(wanted.discount(), wanted.bundle());
        setWindow(wanted.window());
        return this;
    }

    private void setTerms(@Nullable DiscountTerms discount, @Nullable Bundle bundle) {
        Money amount = discount == null ? null : discount.amount();
        kind = bundle != null ? "buy-x" : amount != null ? "amount" : "percentage";
        basisPoints = discount == null ? null : discount.basisPoints();
        value = amount == null ? null : amount.value();
        currency = amount == null ? null : amount.currency().getCurrencyCode();
        buy = bundle == null ? null : bundle.buy();
        pay = bundle == null ? null : bundle.pay();
    }

    private void setWindow(@Nullable TimeWindow window) {
        days = window == null || window.days().isEmpty()
                ? null
                : window.days().stream()
                        .sorted()
                        .map(day -> day.name().substring(0, 3))
                        .collect(Collectors.joining(" "));
        timeFrom = window == null ? null : window.from();
        timeTo = window == null ? null : window.to();
    }

    Promotion toPromotion() {
        StoreId store = storeId == null ? null : new StoreId(storeId);
        SavePromotion terms = new SavePromotion(
                new ProductNames(nameEn, nameZh),
                store,
                discount(),
                buy == null || pay == null ? null : new Bundle(buy, pay),
                skus.isEmpty() ? List.of() : skus.lines().toList(),
                new Validity(validFrom, validTo),
                timeFrom == null || timeTo == null ? null : new TimeWindow(weekdays(), timeFrom, timeTo),
                active);
        return new Promotion(id, terms, version);
    }

    private @Nullable DiscountTerms discount() {
        if (basisPoints != null) {
            return DiscountTerms.ofPercent(basisPoints);
        }
        return value == null || currency == null ? null : new DiscountTerms(null, Money.of(value, currency));
    }

    private Set<DayOfWeek> weekdays() {
        String present = days;
        return present == null
                ? Set.of()
                : Arrays.stream(DayOfWeek.values())
                        .filter(day -> present.contains(day.name().substring(0, 3)))
                        .collect(Collectors.toSet());
    }
}
