package io.tillgate.catalogue.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.catalogue.Coupon;
import io.tillgate.catalogue.DiscountTerms;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.SaveCoupon;
import io.tillgate.catalogue.Validity;
import io.tillgate.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One row of {@code coupon}. {@code taken} belongs to the sale path and is never written from here. */
@Entity
@Table(name = "coupon")
@IdClass(TenantKey.class)
@DynamicUpdate
class CouponRecord extends PanacheEntityBase {
    @Id
    UUID tenantId;

    @Id
    UUID id;

    UUID merchantId;
    String code;

    @Nullable
    Integer basisPoints;

    @Nullable
    Long value;

    @JdbcTypeCode(SqlTypes.CHAR)
    String currency;

    Instant validFrom;

    @Nullable
    Instant validTo;

    @Nullable
    Integer redemptionsMax;

    @Nullable
    Integer perCardMax;

    long basketMin;
    boolean active;

    @Column(updatable = false)
    int taken;

    @Version
    int version;

    @Nullable
    Instant deletedAt;

    protected CouponRecord() {}

    static CouponRecord create(Owner owner, UUID id) {
        CouponRecord row = new CouponRecord();
        row.tenantId = owner.tenant().value();
        row.merchantId = owner.merchant().value();
        row.id = id;
        return row;
    }

    CouponRecord become(SaveCoupon wanted) {
        code = wanted.code();
        basisPoints = wanted.discount().basisPoints();
        Money amount = wanted.discount().amount();
        value = amount == null ? null : amount.value();
        currency = wanted.currency();
        validFrom = wanted.validity().from();
        validTo = wanted.validity().to();
        redemptionsMax = wanted.redemptionsMax();
        perCardMax = wanted.perCardMax();
        basketMin = Objects.requireNonNullElse(wanted.basketMin(), 0L);
        active = wanted.active() == null || wanted.active();
        return this;
    }

    Coupon toCoupon() {
        DiscountTerms discount = basisPoints != null
                ? DiscountTerms.ofPercent(basisPoints)
                : new DiscountTerms(null, Money.of(Objects.requireNonNull(value), currency));
        return new Coupon(
                id,
                code,
                discount,
                currency,
                new Validity(validFrom, validTo),
                redemptionsMax,
                perCardMax,
                basketMin,
                active,
                taken,
                version);
    }
}
