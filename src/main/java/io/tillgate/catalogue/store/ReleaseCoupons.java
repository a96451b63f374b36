package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CouponSettlement;
import io.tillgate.platform.persistence.BatchStatement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/** Gives reserved uses back. Locks the coupons first and in order, as {@link ReserveCoupons} does. */
public final class ReleaseCoupons implements BatchStatement<CouponSettlement> {
    private static final String RELEASE = """
            with released as (
                update coupon_redemption r set state = 'released', settled_at = s.at
                from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[])
                    as s(tenant_id, coupon_id, source_id, at)
                where r.tenant_id = s.tenant_id and r.coupon_id = s.coupon_id and r.source_id = s.source_id
                  and r.state = 'reserved'
                returning r.tenant_id, r.coupon_id)
            update coupon c set taken = c.taken - n.uses
            from (select tenant_id, coupon_id, count(*) as uses from released group by tenant_id, coupon_id) n
            where c.tenant_id = n.tenant_id and c.id = n.coupon_id
            """;

    @Override
    public String name() {
        return "coupon-release";
    }

    @Override
    public int order() {
        return 3_030;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<CouponSettlement> rows) {
        Uni<?> locked = ReserveCoupons.sent(
                connection.preparedQuery(ReserveCoupons.LOCK).execute(CouponSettlements.keys(rows)));
        Uni<?> released =
                ReserveCoupons.sent(connection.preparedQuery(RELEASE).execute(CouponSettlements.columns(rows)));
        return locked.chain(() -> released).replaceWith(Set.of());
    }
}
