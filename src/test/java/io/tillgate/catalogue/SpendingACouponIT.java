package io.tillgate.catalogue;

import static io.tillgate.catalogue.CatalogueFixture.ACTOR;
import static io.tillgate.catalogue.CatalogueFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.usecase.ChangingCoupons;
import io.tillgate.platform.persistence.CommitOutcome;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.platform.persistence.TenantTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpendingACouponIT {
    @Inject
    ChangingCoupons coupons;

    @Inject
    TenantTransaction transaction;

    @Inject
    GroupCommit commit;

    @Test
    void a_single_use_coupon_is_spent_once_however_many_ask_at_once() {
        Owner owner = CatalogueFixture.merchant();
        Coupon coupon = coupon(owner, 1, null);

        List<Set<Integer>> answers = await(Multi.createFrom()
                .range(0, 24)
                .onItem()
                .transformToUni(i -> reserve(owner, List.of(ask(owner, coupon, null))))
                .merge(12)
                .collect()
                .asList());

        assertThat(answers.stream().filter(Set::isEmpty)).hasSize(1);
        assertThat(taken(owner, coupon)).isEqualTo(1);
    }

    @Test
    void a_group_commit_refuses_the_units_that_come_too_late() {
        Owner owner = CatalogueFixture.merchant();
        Coupon coupon = coupon(owner, 3, null);

        List<CommitOutcome> outcomes = await(Multi.createFrom()
                .range(0, 20)
                .onItem()
                .transformToUni(i -> commit.commit(CommitUnit.of(owner.tenant())
                        .add(CouponRedemptions.RESERVE, ask(owner, coupon, "card-" + i))
                        .build()))
                .merge(20)
                .collect()
                .asList());

        assertThat(outcomes.stream().filter(CommitOutcome.Committed.class::isInstance))
                .hasSize(3);
        assertThat(taken(owner, coupon)).isEqualTo(3);
    }

    @Test
    void a_card_uses_it_as_often_as_it_may_within_one_batch_and_across() {
        Owner owner = CatalogueFixture.merchant();
        Coupon coupon = coupon(owner, null, 2);

        Set<Integer> first = await(reserve(
                owner,
                List.of(
                        ask(owner, coupon, "a"),
                        ask(owner, coupon, "a"),
                        ask(owner, coupon, "a"),
                        ask(owner, coupon, "b"))));
        Set<Integer> second = await(reserve(owner, List.of(ask(owner, coupon, "b"), ask(owner, coupon, "b"))));

        assertThat(first).containsExactly(2);
        assertThat(second).containsExactly(1);
    }

    @Test
    void the_same_sale_reserves_once_and_a_release_gives_the_use_back() {
        Owner owner = CatalogueFixture.merchant();
        Coupon coupon = coupon(owner, 1, null);
        CouponReservation sale = ask(owner, coupon, null);
        CouponSettlement settlement =
                new CouponSettlement(owner.tenant(), coupon.id(), sale.source(), Instant.parse("2026-11-22T10:00:01Z"));

        assertThat(await(reserve(owner, List.of(sale)))).isEmpty();
        assertThat(await(reserve(owner, List.of(sale)))).isEmpty();
        assertThat(taken(owner, coupon)).isEqualTo(1);
        await(transaction.sql(owner.scope(), sql -> CouponRedemptions.RELEASE.write(sql, List.of(settlement))));
        await(transaction.sql(owner.scope(), sql -> CouponRedemptions.RELEASE.write(sql, List.of(settlement))));
        assertThat(taken(owner, coupon)).isZero();

        assertThat(await(reserve(owner, List.of(ask(owner, coupon, null))))).isEmpty();
        assertThat(await(reserve(owner, List.of(sale)))).containsExactly(0);
    }

    @Test
    void a_confirmed_use_is_not_released() {
        Owner owner = CatalogueFixture.merchant();
        Coupon coupon = coupon(owner, 1, null);
        CouponReservation sale = ask(owner, coupon, null);
        CouponSettlement settlement = new CouponSettlement(owner.tenant(), coupon.id(), sale.source(), sale.at());
        await(reserve(owner, List.of(sale)));

        await(transaction.sql(owner.scope(), sql -> CouponRedemptions.CONFIRM.write(sql, List.of(settlement))));
        await(transaction.sql(owner.scope(), sql -> CouponRedemptions.RELEASE.write(sql, List.of(settlement))));

        assertThat(taken(owner, coupon)).isEqualTo(1);
    }

    @Test
    void a_confirmed_use_is_given_back_once_when_its_sale_is_undone() {
        Owner owner = CatalogueFixture.merchant();
        Coupon coupon = coupon(owner, 1, null);
        CouponReservation sale = ask(owner, coupon, null);
        CouponSettlement settlement = new CouponSettlement(owner.tenant(), coupon.id(), sale.source(), sale.at());
        await(reserve(owner, List.of(sale)));
        await(transaction.sql(owner.scope(), sql -> CouponRedemptions.CONFIRM.write(sql, List.of(settlement))));

        await(transaction.sql(owner.scope(), sql -> CouponRedemptions.GIVE_BACK.write(sql, List.of(settlement))));
        await(transaction.sql(owner.scope(), sql -> CouponRedemptions.GIVE_BACK.write(sql, List.of(settlement))));

        assertThat(taken(owner, coupon)).isZero();
        assertThat(await(reserve(owner, List.of(ask(owner, coupon, null))))).isEmpty();
    }

    @Test
    void one_out_of_its_time_or_of_another_merchant_is_refused() {
        Owner owner = CatalogueFixture.merchant();
        Coupon coupon = coupon(owner, null, null);
        CouponReservation early = new CouponReservation(
                owner.tenant(),
                owner.merchant(),
                coupon.id(),
                UUID.randomUUID(),
                null,
                Instant.parse("2020-01-01T00:00:00Z"));
        Owner other = new Owner(owner.tenant(), CatalogueFixture.merchant().merchant());

        assertThat(await(reserve(owner, List.of(early)))).containsExactly(0);
        assertThat(await(reserve(other, List.of(ask(other, coupon, null))))).containsExactly(0);
    }

    private Coupon coupon(Owner owner, @Nullable Integer overall, @Nullable Integer perCard) {
        Validity validity = new Validity(Instant.parse("2026-01-01T00:00:00Z"), null);
        return await(coupons.add(
                owner,
                ACTOR,
                new SaveCoupon(
                        "TEN-OFF", new DiscountTerms("10", null), "EUR", validity, overall, perCard, null, null)));
    }

    private static CouponReservation ask(Owner owner, Coupon coupon, @Nullable String card) {
        return new CouponReservation(
                owner.tenant(),
                owner.merchant(),
                coupon.id(),
                UUID.randomUUID(),
                card,
                Instant.parse("2026-11-22T10:00:00Z"));
    }

    private Uni<Set<Integer>> reserve(Owner owner, List<CouponReservation> rows) {
        return transaction.sql(owner.scope(), sql -> CouponRedemptions.RESERVE.write(sql, rows));
    }

    private int taken(Owner owner, Coupon coupon) {
        return await(coupons.get(owner, coupon.id())).taken();
    }
}
