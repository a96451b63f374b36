package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CouponSettlement;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.Sent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/**
 * Gives uses back that are in one of the given states. Locks the coupons first and in order, as {@link ReserveCoupons}
 * does.
 */
public final class ReleaseCoupons implements BatchStatement<CouponSettlement> {
    private final String name;
    private final int order;
    private final String[] states;

    private static final String RELEASE = """
            with released as (
                update coupon_redemption r set state = 'released', settled_at = s.at
                from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[])
                    as s(tenant_id, coupon_id, source_id, at)
                where r.tenant_id = s.tenant_id and r.coupon_id = s.coupon_id and r.source_id = s.source_id
                  and r.state = any($5)
                returning r.tenant_id, r.coupon_id)
            update coupon c set taken = c.taken - n.uses
            from (select tenant_id, coupon_id, count(*) as uses from released group by tenant_id, coupon_id) n
            where c.tenant_id = n.tenant_id and c.id = n.coupon_id
            """;

    private ReleaseCoupons(String name, int order, String... states) {
        this.name = name;
        this.order = order;
        this.states = states;
    }

    /** Only what is reserved: the sale did not come about. */
    public static ReleaseCoupons reserved() {
        return new ReleaseCoupons("coupon-release", 3_030, "reserved");
    }

    /** What is confirmed as well: the sale was undone. */
    public static ReleaseCoupons used() {
        return new ReleaseCoupons("coupon-give-back", 3_035, "reserved", "confirmed");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<CouponSettlement> rows) {
        Uni<?> locked = Sent.now(connection.preparedQuery(ReserveCoupons.LOCK).execute(CouponSettlements.keys(rows)));
        Uni<?> released = Sent.now(connection
                .preparedQuery(RELEASE)
                .execute(CouponSettlements.columns(rows).addValue(states)));
        return locked.chain(() -> released).replaceWith(Set.of());
    }
}
