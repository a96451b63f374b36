package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CouponReservation;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.Sent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Takes uses of coupons. Two statements, sent together: the first locks the coupons in the order of their keys; the
 * second starts only then, so its snapshot holds every redemption that anyone committed before, and it can count.
 */
public final class ReserveCoupons implements BatchStatement<CouponReservation> {
    static final String LOCK = """
            select 1 from coupon
            where (tenant_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))
            order by tenant_id, id for update
            """;
    private static final String RESERVE = """
            with asked as (
                select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[],
                    $7::timestamptz[]) as a(index, tenant_id, merchant_id, coupon_id, source_id, card_token, at)),
            held as (
                select a.index from asked a join coupon_redemption r
                    on r.tenant_id = a.tenant_id and r.coupon_id = a.coupon_id and r.source_id = a.source_id
                where r.state <> 'released'),
            wanted as (
                select distinct on (a.tenant_id, a.coupon_id, a.source_id)
                    a.*, c.redemptions_max, c.per_card_max, c.taken
                from asked a join coupon c on c.tenant_id = a.tenant_id and c.id = a.coupon_id
                where c.merchant_id = a.merchant_id and c.active and c.deleted_at is null
                  and a.at >= c.valid_from and (c.valid_to is null or a.at < c.valid_to)
                  and a.index not in (select index from held)
                order by a.tenant_id, a.coupon_id, a.source_id, a.index),
            by_card as (
                select w.*, row_number() over (partition by tenant_id, coupon_id, card_token order by index)
                    + (select count(*) from coupon_redemption r where r.tenant_id = w.tenant_id
                       and r.coupon_id = w.coupon_id and r.card_token = w.card_token and r.state <> 'released') as nth
                from wanted w),
            allowed as (
                select b.*, taken + row_number() over (partition by tenant_id, coupon_id order by index) as overall
                from by_card b where per_card_max is null or card_token is null or nth <= per_card_max),
            taken as (
                insert into coupon_redemption as r
                    (tenant_id, merchant_id, coupon_id, source_id, card_token, state, reserved_at)
                select tenant_id, merchant_id, coupon_id, source_id, card_token, 'reserved', at from allowed
                where redemptions_max is null or overall <= redemptions_max
                order by tenant_id, coupon_id, source_id
                on conflict (tenant_id, coupon_id, source_id) do update
                    set state = 'reserved', card_token = excluded.card_token, reserved_at = excluded.reserved_at,
                        settled_at = null
                    where r.state = 'released'
                returning r.tenant_id, r.coupon_id, r.source_id),
            counted as (
                update coupon c set taken = c.taken + n.uses
                from (select tenant_id, coupon_id, count(*) as uses from taken group by tenant_id, coupon_id) n
                where c.tenant_id = n.tenant_id and c.id = n.coupon_id)
            select a.index from asked a
            where a.index not in (select index from held)
              and not exists (select from taken t where t.tenant_id = a.tenant_id and t.coupon_id = a.coupon_id
                              and t.source_id = a.source_id)
            """;

    @Override
    public String name() {
        return "coupon-reserve";
    }

    @Override
    public int order() {
        return 3_010;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<CouponReservation> rows) {
        Uni<?> locked = Sent.now(connection.preparedQuery(LOCK).execute(keys(rows)));
        Uni<Set<Integer>> refused = Sent.now(
                connection.preparedQuery(RESERVE).execute(columns(rows)).map(ReserveCoupons::indexes));
        return locked.chain(() -> refused);
    }

    private static Set<Integer> indexes(RowSet<Row> rows) {
        Set<Integer> indexes = new HashSet<>();
        rows.forEach(row -> indexes.add(row.getInteger(0)));
        return indexes;
    }

    private static Tuple keys(List<CouponReservation> rows) {
        return Tuple.of(
                rows.stream().map(row -> row.tenant().value()).toArray(UUID[]::new),
                rows.stream().map(CouponReservation::coupon).toArray(UUID[]::new));
    }

    private static Tuple columns(List<CouponReservation> rows) {
        return Tuple.tuple()
                .addValue(IntStream.range(0, rows.size()).boxed().toArray(Integer[]::new))
                .addValue(rows.stream().map(row -> row.tenant().value()).toArray(UUID[]::new))
                .addValue(rows.stream().map(row -> row.merchant().value()).toArray(UUID[]::new))
                .addValue(rows.stream().map(CouponReservation::coupon).toArray(UUID[]::new))
                .addValue(rows.stream().map(CouponReservation::source).toArray(UUID[]::new))
                .addValue(rows.stream().map(CouponReservation::cardToken).toArray(String[]::new))
                .addValue(rows.stream()
                        .map(row -> row.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }
}
