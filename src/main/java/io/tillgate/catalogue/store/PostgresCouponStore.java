package io.tillgate.catalogue.store;

import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.Coupon;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.SaveCoupon;
import io.tillgate.platform.http.Versions;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Coupons as records. Every operation runs in the caller's transaction. */
@ApplicationScoped
public class PostgresCouponStore {
    private static final String LISTED = "merchantId = :merchant and deletedAt is null and code > :after order by code";

    public Uni<Coupon> add(Owner owner, UUID id, SaveCoupon wanted) {
        CouponRecord row = CouponRecord.create(owner, id).become(wanted);
        return row.persistAndFlush()
                .onFailure(ConstraintViolationException.class)
                .transform(PostgresCouponStore::codeTaken)
                .replaceWith(row::toCoupon);
    }

    public Uni<Coupon> change(Owner owner, UUID id, SaveCoupon wanted, @Nullable String ifMatch) {
        return row(owner, id).chain(row -> {
            Versions.expect(ifMatch, row.version);
            return row.become(wanted)
                    .flush()
                    .onFailure(ConstraintViolationException.class)
                    .transform(PostgresCouponStore::codeTaken)
                    .replaceWith(row::toCoupon);
        });
    }

    public Uni<Void> delete(Owner owner, UUID id, Instant now, @Nullable String ifMatch) {
        return row(owner, id).chain(row -> {
            Versions.expect(ifMatch, row.version);
            row.deletedAt = now;
            return row.flush();
        });
    }

    public Uni<Coupon> get(Owner owner, UUID id) {
        return row(owner, id).map(CouponRecord::toCoupon);
    }

    /** In the order of codes, one more than the limit when there are more. */
    public Uni<List<Coupon>> list(Owner owner, int limit, @Nullable String after) {
        return CouponRecord.<CouponRecord>find(
                        LISTED,
                        Parameters.with("merchant", owner.merchant().value()).and("after", after == null ? "" : after))
                .range(0, limit)
                .list()
                .map(rows -> rows.stream().map(CouponRecord::toCoupon).toList());
    }

    private static Uni<CouponRecord> row(Owner owner, UUID id) {
        return CouponRecord.<CouponRecord>findById(new TenantKey(owner.tenant().value(), id))
                .map(row -> row != null
                                && row.deletedAt == null
                                && row.merchantId.equals(owner.merchant().value())
                        ? row
                        : null)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal(CommonProblem.NOT_FOUND, "There is no such coupon."));
    }

    private static Refusal codeTaken(Throwable race) {
        return new Refusal(CatalogueProblem.COUPON_CODE_TAKEN, "Another coupon of yours has this code.");
    }
}
