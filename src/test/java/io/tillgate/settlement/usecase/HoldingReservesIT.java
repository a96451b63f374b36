package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.eur;
import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.LedgerProof;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.ProposeReserve;
import io.tillgate.settlement.ReserveTermsView;
import io.tillgate.settlement.ReserveView;
import io.tillgate.settlement.Reserves;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.usecase.CuttingOff.Occasion;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.stack.People;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A share of sales, held back at cut-off and given free when its days are over. */
@QuarkusTest
class HoldingReservesIT {
    private static final Caller ANNA = Trade.staff("anna");
    private static final Caller BEN = Trade.staff("ben");
    private static final PageRequest ALL = new PageRequest(200, null);

    @Inject
    Trade trade;

    @Inject
    Reserves reserves;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @Inject
    CuttingOff cutting;

    @Inject
    BookingBeforeCutOff before;

    @Inject
    Ledger ledger;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @Test
    void the_agreed_share_is_held_and_given_free_after_its_days() {
        Shop shop = withReserve(50_000, 7);
        trade.take(Taken.sale(shop, 20_000, 200), Taken.refund(shop, 1_000, 0));

        AccountSettlement first = of(cutOff(), shop);
        AccountSettlement again = settlementOf(cutOff(), shop);
        daysAreOver(shop);
        AccountSettlement released = of(cutOff(), shop);

        assertThat(first.reserves()).isEqualTo(eur(-1_000));
        assertThat(first.net()).isEqualTo(eur(20_000 - 200 - 1_000 - 1_000));
        assertThat(again).as("nothing is held of what was held of").isNull();
        assertThat(released.reserves()).isEqualTo(eur(1_000));
        assertThat(released.net()).isEqualTo(eur(1_000));
        assertThat(reasons(shop, first))
                .singleElement()
                .asString()
                .startsWith("Reserve of 5% of sales of 200.00, released from ");
        assertThat(reasons(shop, released)).singleElement().asString().startsWith("Release of the reserve of ");
        assertThat(reserves.list(Trade.owner(TENANT, shop.merchant()), null, shop.account(), ALL)
                        .await()
                        .atMost(SOON)
                        .items())
                .singleElement()
                .extracting(ReserveView::releasedOn)
                .isEqualTo(clock.date(TENANT));
        trade.prove();
    }

    @Test
    void the_proof_shows_that_the_control_account_is_the_sum_of_what_is_held() {
        Shop shop = withReserve(100_000, 30);
        long before = held().value();
        trade.take(Taken.sale(shop, 5_000, 0));
        cutOff();

        assertThat(held()).isEqualTo(eur(before - 500));
        trade.prove();
    }

    @Test
    void a_cut_off_that_died_behind_its_reserves_holds_nothing_twice() {
        Shop shop = withReserve(50_000, 7);
        trade.take(Taken.sale(shop, 10_000, 0));
        cutting.seal(TENANT).await().atMost(SOON);

        before.hold(new Coming(TENANT, clock.date(TENANT), Occasion.PERSON))
                .await()
                .atMost(SOON);
        AccountSettlement made = of(cutOff(), shop);

        assertThat(made.reserves()).isEqualTo(eur(-500));
        assertThat(made.net()).isEqualTo(eur(9_500));
        trade.prove();
    }

    @Test
    void terms_hold_when_another_person_confirmed_them_and_end_with_nothing() {
        Shop shop = trade.open();
        ReserveTermsView wanted = propose(shop, 200_000, 7);
        trade.take(Taken.sale(shop, 1_000, 0));
        AccountSettlement unheld = of(cutOff(), shop);

        assertThat(refused(() -> reserves.confirm(ANNA, wanted.id()).await().atMost(SOON))
                        .code())
                .isEqualTo(SettlementProblem.NEEDS_ANOTHER_PERSON);
        reserves.confirm(BEN, wanted.id()).await().atMost(SOON);
        assertThat(refused(() -> reserves.reject(BEN, wanted.id()).await().atMost(SOON))
                        .code())
                .isEqualTo(SettlementProblem.RESERVE_DECIDED);
        trade.take(Taken.sale(shop, 1_000, 0));
        AccountSettlement held = of(cutOff(), shop);
        reserves.confirm(BEN, propose(shop, 0, 7).id()).await().atMost(SOON);
        trade.take(Taken.sale(shop, 1_000, 0));
        AccountSettlement ended = of(cutOff(), shop);

        assertThat(unheld.reserves()).isEqualTo(eur(0));
        assertThat(held.reserves()).isEqualTo(eur(-200));
        assertThat(ended.reserves()).isEqualTo(eur(0));
        assertThat(refused(() -> propose(new Shop(shop.merchant(), new MerchantAccountId(UUID.randomUUID())), 1, 1))
                        .code())
                .isEqualTo(CommonProblem.NOT_FOUND);
    }

    @Test
    void a_merchant_sees_what_is_held_of_its_own_only() {
        Shop mine = withReserve(50_000, 7);
        Shop theirs = withReserve(50_000, 7);
        trade.take(Taken.sale(mine, 10_000, 0), Taken.sale(theirs, 20_000, 0));
        cutOff();

        assertThat(reserves.list(Trade.owner(TENANT, mine.merchant()), true, null, ALL)
                        .await()
                        .atMost(SOON)
                        .items())
                .singleElement()
                .extracting(ReserveView::amount)
                .isEqualTo(eur(500));
    }

    private Shop withReserve(int partsPerMillion, int days) {
        Shop shop = trade.open();
        reserves.confirm(BEN, propose(shop, partsPerMillion, days).id()).await().atMost(SOON);
        return shop;
    }

    private ReserveTermsView propose(Shop shop, int partsPerMillion, int days) {
        return reserves.propose(ANNA, new ProposeReserve(shop.account(), partsPerMillion, days, "A new business"))
                .await()
                .atMost(SOON);
    }

    private void daysAreOver(Shop shop) {
        trade.sql(connection -> connection
                .preparedQuery("update reserve set held_on = held_on - 8, release_on = release_on - 8"
                        + " where tenant_id = $1 and merchant_account_id = $2")
                .execute(Tuple.of(TENANT.value(), shop.account().value())));
    }

    /** Of the control account, in the ledger's sign; fails where it is not the sum of its open items. */
    private Money held() {
        LedgerProof.Line line = ledger.prove(TENANT).await().atMost(SOON).accounts().stream()
                .filter(each -> each.account().equals("merchant-reserve"))
                .findFirst()
                .orElseThrow();
        assertThat(line.openItems()).isEqualTo(line.balance());
        return line.balance();
    }

    private List<String> reasons(Shop shop, AccountSettlement settlement) {
        return payouts
                .items(Trade.owner(TENANT, shop.merchant()), Objects.requireNonNull(settlement.payout()), ALL)
                .await()
                .atMost(SOON)
                .items()
                .stream()
                .map(SettlementItem::reason)
                .filter(Objects::nonNull)
                .map(SettlementItem.Reason::en)
                .toList();
    }

    private static Refusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return Objects.requireNonNull(Assertions.catchThrowableOfType(Refusal.class, work));
    }

    private RunView cutOff() {
        return settlements.cutOff(ANNA, UUID.randomUUID().toString()).await().atMost(SOON);
    }

    private AccountSettlement of(RunView run, Shop shop) {
        return Objects.requireNonNull(settlementOf(run, shop));
    }

    private AccountSettlement settlementOf(RunView run, Shop shop) {
        return settlements
                .account(ANNA, run.id(), shop.account())
                .onFailure(Refusal.class)
                .recoverWithNull()
                .await()
                .atMost(SOON);
    }
}
