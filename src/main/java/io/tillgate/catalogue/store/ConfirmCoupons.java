package io.tillgate.catalogue.store;

import io.tillgate.catalogue.CouponSettlement;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.UnconditionalStatement;

/** Makes reservations final. */
public final class ConfirmCoupons {
    private static final String CONFIRM = """
            update coupon_redemption r set state = 'confirmed', settled_at = s.at
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) as s(tenant_id, coupon_id, source_id, at)
            where r.tenant_id = s.tenant_id and r.coupon_id = s.coupon_id and r.source_id = s.source_id
              and r.state = 'reserved'
            """;

    public static final BatchStatement<CouponSettlement> STATEMENT =
            new UnconditionalStatement<>("coupon-confirm", 3_020, CONFIRM, CouponSettlements::columns);

    private ConfirmCoupons() {}
}
