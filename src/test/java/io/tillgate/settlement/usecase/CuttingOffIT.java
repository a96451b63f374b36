package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.eur;
import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.People;
import io.tillgate.tenancy.BusinessClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run makes of the sealed journal, on the real database. */
@QuarkusTest
class CuttingOffIT {
    private static final Caller ANNA = Trade.staff("anna");
    private static final PageRequest ALL = new PageRequest(200, null);

    @Inject
    Trade trade;

    @Inject
    CuttingOff cutting;

    @Inject
    CuttingOffByCalendar calendar;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @Inject
    TenantTransaction transactions;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @Test
    void a_merchant_gets_its_sales_less_fees_and_refunds_each_of_them_shown() {
        Shop shop = trade.open();
        trade.take(Taken.sale(shop, 10_000, 150), Taken.sale(shop, 2_500, 45), Taken.refund(shop, 1_000, 0));

        RunView run = cutOff();

        AccountSettlement line = of(run, shop);
        assertThat(line.net()).isEqualTo(eur(11_305));
        assertThat(line.sales().count()).isEqualTo(2);
        assertThat(line.sales().amount()).isEqualTo(eur(12_500));
        assertThat(line.refunds().amount()).isEqualTo(eur(-1_000));
        assertThat(line.fees()).isEqualTo(eur(-195));
        assertThat(line.outcome()).isEqualTo("payout");
        List<SettlementItem> items =
                payouts.items(ANNA, payout(line), ALL).await().atMost(SOON).items();
        assertThat(items)
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.payment()).isNotNull());
        assertThat(items.stream().mapToLong(item -> item.net().value()).sum()).isEqualTo(11_305);
        assertThat(payouts.find(ANNA, payout(line)).await().atMost(SOON).state())
                .isEqualTo("drafted");
        trade.prove();
    }

    @Test
    void what_is_negative_or_too_small_is_carried_until_it_can_be_paid() {
        Shop shop = trade.open();
        trade.take(Taken.refund(shop, 700, 0));

        AccountSettlement first = of(cutOff(), shop);
        trade.take(Taken.sale(shop, 750, 0));
        AccountSettlement second = of(cutOff(), shop);
        trade.take(Taken.sale(shop, 1_000, 0));
        AccountSettlement third = of(cutOff(), shop);

        assertThat(first.outcome()).isEqualTo("carried");
        assertThat(first.carriedOut()).isEqualTo(eur(-700));
        assertThat(second.carriedIn()).isEqualTo(eur(-700));
        assertThat(second.carriedOut()).as("50 cents are too small").isEqualTo(eur(50));
        assertThat(third.net()).isEqualTo(eur(1_050));
        assertThat(third.payout()).isNotNull();
        trade.prove();
    }

    @Test
    void two_cut_offs_at_once_are_one_run() {
        Shop shop = trade.open();
        trade.take(Taken.sale(shop, 5_000, 50));
        CuttingOff.Ask ask = ask();

        List<UUID> runs = Uni.join()
                .all(List.of(cutting.cutOff(ask), cutting.cutOff(ask), cutting.cutOff(ask)))
                .andFailFast()
                .await()
                .atMost(SOON);

        assertThat(runs.stream().distinct()).hasSize(1);
        assertThat(trade.value(
                        "select count(*) from payout where tenant_id = $1 and merchant_id = $2",
                        TENANT.value(),
                        shop.merchant().value()))
                .contains(1L);
    }

    @Test
    void a_cut_off_that_was_killed_left_nothing_and_made_again_is_the_same() {
        Shop shop = trade.open();
        trade.take(Taken.sale(shop, 5_000, 50));
        CuttingOff.Ask ask = ask();
        List<UUID> killed = new ArrayList<>();
        cutting.seal(TENANT).await().atMost(SOON);

        assertThatThrownBy(() -> trade.sql(connection -> cutting.run(connection, ask)
                        .invoke(killed::add)
                        .map(run -> {
                            throw new IllegalStateException("killed");
                        })))
                .hasMessageContaining("killed");
        assertThat(trade.value(
                        "select count(*) from payout where tenant_id = $1 and merchant_id = $2",
                        TENANT.value(),
                        shop.merchant().value()))
                .contains(0L);
        UUID run = cutting.cutOff(ask).await().atMost(SOON);

        assertThat(run).isEqualTo(killed.getFirst());
        assertThat(of(settlements.run(ANNA, run).await().atMost(SOON), shop).net())
                .isEqualTo(eur(4_950));
        trade.prove();
    }

    @Test
    void payouts_and_what_is_carried_are_what_was_booked_whatever_was_booked() {
        Random random = new Random(20_261_122);
        List<Shop> shops = trade.open(7);
        Map<Shop, Long> booked = new HashMap<>();
        Map<Shop, Long> paid = new HashMap<>();
        Map<Shop, Long> carried = new HashMap<>();
        for (int round = 0; round < 4; round++) {
            List<Taken> taken = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Shop shop = shops.get(random.nextInt(shops.size()));
                long amount = 1L + random.nextInt(2_000);
                taken.add(
                        random.nextInt(3) == 0
                                ? Taken.refund(shop, amount, random.nextInt(20) - 10)
                                : Taken.sale(shop, amount, random.nextInt(40)));
            }
            trade.take(taken);
            taken.forEach(each -> booked.merge(each.shop(), each.net(), Long::sum));
            RunView run = cutOff();
            for (Shop shop : shops) {
                settlements
                        .account(ANNA, run.id(), shop.account())
                        .onFailure(Refusal.class)
                        .recoverWithNull()
                        .await()
                        .asOptional()
                        .atMost(SOON)
                        .ifPresent(line -> {
                            paid.merge(
                                    shop, line.payout() == null ? 0 : line.net().value(), Long::sum);
                            carried.put(shop, line.carriedOut().value());
                        });
            }
        }

        for (Shop shop : shops) {
            assertThat(paid.getOrDefault(shop, 0L) + carried.getOrDefault(shop, 0L))
                    .isEqualTo(booked.getOrDefault(shop, 0L));
        }
        assertThat(trade.value(
                        "select count(*) from (select number from settlement_item where tenant_id = $1"
                                + " group by number having count(*) > 1) twice",
                        TENANT.value()))
                .as("no entry is in two runs")
                .contains(0L);
    }

    @Test
    void a_payout_of_a_merchant_that_may_not_be_paid_is_held_and_shown_until_it_may() {
        Shop shop = trade.open();
        trade.take(Taken.sale(shop, 5_000, 50));
        trade.letBePaid(shop, false);

        UUID payout = payout(of(cutOff(), shop));
        String held = payouts.find(ANNA, payout).await().atMost(SOON).state();
        trade.letBePaid(shop, true);
        calendar.one(TENANT).await().atMost(SOON);

        assertThat(held).isEqualTo("held");
        assertThat(payouts.find(ANNA, payout).await().atMost(SOON).state()).isEqualTo("drafted");
    }

    @Test
    void the_next_payout_builds_up_with_every_sale() {
        Shop shop = trade.open();
        trade.take(Taken.sale(shop, 5_000, 50));
        Caller owner = Trade.owner(TENANT, shop.merchant());

        assertThat(payouts.next(owner, null).await().atMost(SOON).getFirst().balance())
                .isEqualTo(eur(4_950));
        cutOff();
        trade.take(Taken.sale(shop, 1_000, 10));

        var next = payouts.next(owner, null).await().atMost(SOON).getFirst();
        assertThat(next.balance()).isEqualTo(eur(990));
        assertThat(next.underWay()).isEqualTo(eur(4_950));
    }

    @Test
    void a_merchant_sees_its_own_part_of_a_run_and_another_tenant_nothing() {
        Shop mine = trade.open();
        Shop theirs = trade.open();
        Shop idle = trade.open();
        trade.take(Taken.sale(mine, 5_000, 50), Taken.sale(theirs, 7_000, 70));
        RunView run = cutOff();
        Caller owner = Trade.owner(TENANT, mine.merchant());
        UUID foreign = payout(of(run, theirs));

        RunView seen = settlements.run(owner, run.id()).await().atMost(SOON);

        assertThat(seen.totals()).singleElement().satisfies(total -> {
            assertThat(total.net()).isEqualTo(eur(4_950));
            assertThat(total.accounts()).isEqualTo(1);
        });
        assertThat(seen.throughNumber()).isNull();
        assertThat(settlements
                        .items(owner, run.id(), null, ALL)
                        .await()
                        .atMost(SOON)
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.net()).isEqualTo(eur(4_950)));
        assertNotThere(() -> payouts.find(owner, foreign).await().atMost(SOON));
        assertNotThere(() ->
                settlements.account(owner, run.id(), theirs.account()).await().atMost(SOON));
        assertNotThere(() -> settlements
                .run(Trade.owner(TENANT, idle.merchant()), run.id())
                .await()
                .atMost(SOON));
        Caller stranger = new Caller(
                new TenantId(UUID.randomUUID()), "x", "x", "x", java.util.Set.of("finance"), null, "127.0.0.1");
        assertNotThere(() -> settlements.run(stranger, run.id()).await().atMost(SOON));
        assertNotThere(() -> payouts.find(stranger, foreign).await().atMost(SOON));
        assertThat(payouts.list(stranger, Payouts.Filter.ALL, ALL)
                        .await()
                        .atMost(SOON)
                        .items())
                .isEmpty();
    }

    @Test
    void the_calendar_closes_a_day_once() {
        Shop shop = trade.open();
        trade.take(Taken.sale(shop, 5_000, 50));
        LocalDate ended = clock.date(TENANT).minusDays(1);
        CuttingOff.Ask ask = new CuttingOff.Ask(TENANT, ended, CuttingOff.Occasion.CALENDAR, "test", 0);

        UUID run = cutting.cutOff(ask).await().atMost(SOON);
        UUID again = cutting.cutOff(ask).await().atMost(SOON);

        assertThat(again).isEqualTo(run);
    }

    private static void assertNotThere(org.assertj.core.api.ThrowableAssert.ThrowingCallable look) {
        assertThatThrownBy(look)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code().code()).isEqualTo("NOT_FOUND"));
    }

    private CuttingOff.Ask ask() {
        return new CuttingOff.Ask(
                TENANT,
                clock.date(TENANT),
                CuttingOff.Occasion.PERSON,
                "anna",
                cutting.lastSequence(TENANT).await().atMost(SOON));
    }

    private RunView cutOff() {
        return settlements.cutOff(ANNA, UUID.randomUUID().toString()).await().atMost(SOON);
    }

    private AccountSettlement of(RunView run, Shop shop) {
        return settlements.account(ANNA, run.id(), shop.account()).await().atMost(SOON);
    }

    private static UUID payout(AccountSettlement line) {
        return Objects.requireNonNull(line.payout());
    }
}
