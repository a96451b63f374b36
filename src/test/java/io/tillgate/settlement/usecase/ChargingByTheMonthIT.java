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
import io.tillgate.pricing.OpenMonth;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.settlement.usecase.CuttingOff.Occasion;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.stack.People;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Monthly fee, tiers and minimum of the price list {@code volume} on the real database. Months that are over are made up in a
 * transaction that is rolled back, since the calendar of the tenant is everybody's.
 */
@QuarkusTest
class ChargingByTheMonthIT {
    private static final Caller ANNA = Trade.staff("anna");
    private static final PageRequest ALL = new PageRequest(200, null);
    private static final YearMonth OVER = YearMonth.of(2026, 9);
    private static final LocalDate CLOSING = LocalDate.of(2026, 10, 1);
    private static final long FAR = 9_000_000_000L;

    private static final String RUN = "insert into settlement_run (tenant_id, id, business_date, cycle, occasion,"
            + " from_number, to_number, sequence, cut_at, cut_by) values ($1, $2, $3, 1, 'person', 0, 0, $4, now(), 'test')";
    private static final String SETTLED =
            "insert into settlement_account (tenant_id, run_id, merchant_account_id, currency,"
                    + " merchant_id, business_date, cycle, cut_at, items, sales_count, sales, refunds_count, refunds, voids_count,"
                    + " voids, fees, chargebacks, reserves, adjustments, carried_in, net, carried_out, outcome)"
                    + " values ($1, $2, $3, 'EUR', $4, $5, 1, now(), 0, $6, $7, 0, 0, 0, 0, $8, 0, 0, 0, 0, $7::bigint + $8::bigint, $7::bigint + $8::bigint,"
                    + " 'carried')";
    private static final String OPENED_LONG_AGO =
            "update merchant_account set fee_plan = 'volume', created_at = '2026-01-05T10:00:00Z'"
                    + " where tenant_id = $1 and id = $2";

    @Inject
    Trade trade;

    @Inject
    CuttingOff cutting;

    @Inject
    ChargingByTheMonth charging;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @Test
    void the_first_cut_off_charges_the_monthly_fee_once_and_explains_it() {
        Shop shop = onVolume();
        trade.take(Taken.sale(shop, 90_000, 150));
        long fee = OpenMonth.of(YearMonth.from(clock.date(TENANT)), clock.date(TENANT))
                .share(1_500);

        RunView run = cutOff();
        AccountSettlement first = of(run, shop);
        trade.take(Taken.sale(shop, 5_000, 50));
        AccountSettlement second = of(cutOff(), shop);

        assertThat(first.fees()).isEqualTo(eur(-150 - fee));
        assertThat(first.adjustments()).isEqualTo(eur(0));
        assertThat(second.fees()).as("once a month").isEqualTo(eur(-50));
        UUID payout = Objects.requireNonNull(first.payout());
        List<SettlementItem> items =
                payouts.items(ANNA, payout, ALL).await().atMost(SOON).items();
        assertThat(items)
                .filteredOn(item -> item.kind().equals("monthly"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.fee()).isEqualTo(eur(-fee));
                    assertThat(Objects.requireNonNull(item.reason()).en()).startsWith("Monthly fee for ");
                    assertThat(Objects.requireNonNull(item.reason()).zh()).contains("月费");
                });
        trade.prove();
    }

    @Test
    void two_cut_offs_at_once_charge_once() {
        Shop shop = onVolume();
        var ask = new CuttingOff.Ask(
                TENANT,
                clock.date(TENANT),
                Occasion.PERSON,
                "anna",
                cutting.lastSequence(TENANT).await().atMost(SOON));

        Uni.join()
                .all(List.of(cutting.cutOff(ask), cutting.cutOff(ask), cutting.cutOff(ask)))
                .andFailFast()
                .await()
                .atMost(SOON);

        assertThat(trade.value(
                        "select count(*) from account_fee where tenant_id = $1 and merchant_account_id = $2",
                        TENANT.value(),
                        shop.account().value()))
                .contains(1L);
        trade.prove();
    }

    @Test
    void a_month_that_is_over_is_trued_up_to_its_tier_and_its_minimum_once() {
        Shop large = onVolume();
        Shop small = onVolume();
        Shop idle = onVolume();

        List<String> charged = made(connection -> openedLongAgo(connection, List.of(large, small, idle))
                .chain(() -> settled(connection, OVER.atDay(3), large, new Took(300, 4_000_000, -60_000)))
                .chain(() -> settled(connection, OVER.atDay(17), large, new Took(200, 2_000_000, -30_000)))
                .chain(() -> settled(connection, CLOSING, large, new Took(1, 7_000_000, -70_000)))
                .chain(() -> settled(connection, OVER.atDay(30), small, new Took(10, 100_000, -1_970)))
                .chain(() -> begun(connection))
                .chain(() -> charging.charge(connection, new Coming(TENANT, CLOSING, Occasion.CALENDAR)))
                .chain(() -> charging.charge(connection, new Coming(TENANT, CLOSING, Occasion.CALENDAR)))
                .chain(() -> charges(connection, List.of(large, small, idle))));

        long reached = 45_000 + 500 * 5;
        assertThat(charged)
                .containsExactlyInAnyOrder(
                        "large tier 2026-09-01 " + (reached - 90_000),
                        "large monthly 2026-10-01 1500",
                        "small monthly-minimum 2026-09-01 1030",
                        "small monthly 2026-10-01 1500",
                        "idle monthly-minimum 2026-09-01 3000",
                        "idle monthly 2026-10-01 1500");
    }

    @Test
    void a_month_waits_until_the_calendar_has_closed_it() {
        Shop shop = onVolume();

        List<String> charged = made(connection -> openedLongAgo(connection, List.of(shop))
                .chain(() -> connection
                        .query("update fee_month set trued_up_on = month + 40 where trued_up_on is null")
                        .execute())
                .chain(() -> connection
                        .preparedQuery("insert into fee_month (tenant_id, month, begun_on) values ($1, $2, $2)")
                        .execute(Tuple.of(TENANT.value(), LocalDate.of(2030, 9, 1))))
                .chain(() -> charging.charge(connection, new Coming(TENANT, clock.date(TENANT), Occasion.PERSON)))
                .chain(() -> charges(connection, List.of(shop))));

        assertThat(charged).singleElement().asString().startsWith("large monthly ");
    }

    @Test
    void what_the_account_itself_paid_is_no_part_of_what_its_payments_were_charged() {
        Shop shop = onVolume();
        cutOff();
        YearMonth now = YearMonth.from(clock.date(TENANT));
        LocalDate next = now.plusMonths(1).atDay(1);

        List<String> charged = made(connection -> openedLongAgo(connection, List.of(shop))
                .chain(() -> charging.charge(connection, new Coming(TENANT, next, Occasion.CALENDAR)))
                .chain(() -> charges(connection, List.of(shop))));

        assertThat(charged).contains("large monthly-minimum " + now.atDay(1) + " 3000");
    }

    /** What a run came to for an account. */
    private record Took(int sales, long gross, long fees) {}

    private Uni<Void> openedLongAgo(SqlConnection connection, List<Shop> shops) {
        Uni<Void> all = SettlementLock.take(connection, TENANT);
        for (Shop shop : shops) {
            all = all.chain(() -> connection
                    .preparedQuery(OPENED_LONG_AGO)
                    .execute(Tuple.of(TENANT.value(), shop.account().value()))
                    .replaceWithVoid());
        }
        return all;
    }

    private static Uni<Void> settled(SqlConnection connection, LocalDate date, Shop shop, Took took) {
        UUID run = UUID.randomUUID();
        return connection
                .preparedQuery(RUN)
                .execute(Tuple.of(TENANT.value(), run, date, FAR + date.toEpochDay()))
                .chain(() -> connection
                        .preparedQuery(SETTLED)
                        .execute(Tuple.of(
                                        TENANT.value(),
                                        run,
                                        shop.account().value(),
                                        shop.merchant().value(),
                                        date)
                                .addInteger(took.sales)
                                .addLong(took.gross)
                                .addLong(took.fees)))
                .replaceWithVoid();
    }

    private static Uni<Void> begun(SqlConnection connection) {
        return connection
                .preparedQuery("insert into fee_month (tenant_id, month, begun_on) values ($1, $2, $2)")
                .execute(Tuple.of(TENANT.value(), OVER.atDay(1)))
                .replaceWithVoid();
    }

    private static Uni<List<String>> charges(SqlConnection connection, List<Shop> shops) {
        return connection
                .preparedQuery("select merchant_account_id, kind, month, amount from account_fee where tenant_id = $1")
                .execute(Tuple.of(TENANT.value()))
                .map(rows -> {
                    List<String> found = new ArrayList<>();
                    rows.forEach(row -> {
                        for (int i = 0; i < shops.size(); i++) {
                            if (shops.get(i).account().value().equals(row.getUUID("merchant_account_id"))) {
                                found.add(List.of("large", "small", "idle").get(i) + " " + row.getString("kind") + " "
                                        + row.getLocalDate("month") + " " + row.getLong("amount"));
                            }
                        }
                    });
                    return found;
                });
    }

    /** Rolled back; answers what the work found. */
    private List<String> made(Function<SqlConnection, Uni<List<String>>> work) {
        List<String> found = new ArrayList<>();
        assertThatThrownBy(() -> trade.sql(connection -> work.apply(connection)
                        .invoke(found::addAll)
                        .map(done -> {
                            throw new IllegalStateException("rolled back");
                        })))
                .hasMessageContaining("rolled back");
        return found;
    }

    private Shop onVolume() {
        Shop shop = trade.open();
        trade.sql(connection -> connection
                .preparedQuery("update merchant_account set fee_plan = 'volume' where tenant_id = $1 and id = $2")
                .execute(Tuple.of(TENANT.value(), shop.account().value())));
        return shop;
    }

    private RunView cutOff() {
        return settlements.cutOff(ANNA, UUID.randomUUID().toString()).await().atMost(SOON);
    }

    private AccountSettlement of(RunView run, Shop shop) {
        return settlements.account(ANNA, run.id(), shop.account()).await().atMost(SOON);
    }
}
