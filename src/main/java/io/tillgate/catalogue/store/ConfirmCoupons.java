package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CouponSettlement;
import io.tillgate.platform.persistence.BatchStatement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/** Makes reservations final. */
public final class ConfirmCoupons implements BatchStatement<CouponSettlement> {
    private static final String CONFIRM = """
            update coupon_redemption r set state = 'confirmed', settled_at = s.at
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) as s(tenant_id, coupon_id, source_id, at)
            where r.tenant_id = s.tenant_id and r.coupon_id = s.coupon_id and r.source_id = s.source_id
              and r.state = 'reserved'
            """;

    @Override
    public String name() {
        return "coupon-confirm";
    }

    @Override
    public int order() {
        return 3_020;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<CouponSettlement> rows) {
        return connection
                .preparedQuery(CONFIRM)
                .execute(CouponSettlements.columns(rows))
                .replaceWith(Set.of());
    }
}
