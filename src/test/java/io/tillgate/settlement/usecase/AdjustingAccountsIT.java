package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.eur;
import static io.tillgate.settlement.usecase.Paying.key;
import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.AdjustmentView;
import io.tillgate.settlement.Adjustments;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.ProposeAdjustment;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.StatementFormat;
import io.tillgate.settlement.Statements;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import io.tillgate.stack.People;
import io.tillgate.tenancy.Tenant;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A correction by hand, from one person's proposal to the merchant's statement. */
@QuarkusTest
class AdjustingAccountsIT {
    private static final Caller ANNA = Trade.staff("anna");
    private static final Caller BEN = Trade.staff("ben");
    private static final PageRequest ALL = new PageRequest(200, null);

    @Inject
    Trade trade;

    @Inject
    Adjustments adjustments;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @Inject
    Statements statements;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @Test
    void what_two_people_agreed_on_is_in_the_next_run_and_among_its_items() {
        Shop shop = trade.open();
        trade.take(Taken.sale(shop, 20_000, 200));

        AdjustmentView proposed = propose(shop, -750, "Paper rolls of October");
        AccountSettlement before = of(cutOff(), shop);
        AdjustmentView confirmed =
                adjustments.confirm(BEN, key(), proposed.id()).await().atMost(SOON);
        trade.take(Taken.sale(shop, 5_000, 50));
        AccountSettlement after = of(cutOff(), shop);

        assertThat(before.adjustments()).as("a proposal books nothing").isEqualTo(eur(0));
        assertThat(confirmed.state()).isEqualTo("confirmed");
        assertThat(confirmed.decidedBy()).isEqualTo("ben");
        assertThat(after.adjustments()).isEqualTo(eur(-750));
        assertThat(after.net()).isEqualTo(eur(4_200));
        UUID payout = Objects.requireNonNull(after.payout());
        Caller owner = Trade.owner(TENANT, shop.merchant());
        assertThat(payouts.items(owner, payout, ALL).await().atMost(SOON).items())
                .filteredOn(item -> item.kind().equals("adjustment"))
                .singleElement()
                .satisfies(item -> assertThat(item.reason())
                        .isEqualTo(new SettlementItem.Reason("Paper rolls of October", "Paper rolls of October")));
        trade.prove();
    }

    @Test
    void a_credit_is_paid_and_the_statement_says_why_but_not_what_colleagues_noted() {
        Shop shop = trade.open();
        adjustments
                .confirm(BEN, key(), propose(shop, 5_000, "Goodwill").id())
                .await()
                .atMost(SOON);

        AccountSettlement settled = of(cutOff(), shop);

        assertThat(settled.net()).isEqualTo(eur(5_000));
        String csv = new String(
                statements
                        .ofPayout(
                                Trade.owner(TENANT, shop.merchant()),
                                Objects.requireNonNull(settled.payout()),
                                StatementFormat.CSV,
                                Locale.ENGLISH)
                        .await()
                        .atMost(SOON)
                        .content(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("Goodwill").doesNotContain("between us");
        trade.prove();
    }

    @Test
    void who_proposed_cannot_confirm_and_nothing_is_decided_twice() {
        Shop shop = trade.open();
        UUID id = propose(shop, 300, "Goodwill").id();
        UUID other = propose(shop, 400, "Goodwill").id();

        assertThat(refused(() -> adjustments.confirm(ANNA, key(), id).await().atMost(SOON)))
                .isEqualTo(SettlementProblem.NEEDS_ANOTHER_PERSON);
        adjustments.confirm(BEN, key(), id).await().atMost(SOON);
        assertThat(refused(() -> adjustments.confirm(BEN, key(), id).await().atMost(SOON)))
                .isEqualTo(SettlementProblem.ADJUSTMENT_DECIDED);
        assertThat(refused(() -> adjustments.reject(BEN, id, "no").await().atMost(SOON)))
                .isEqualTo(SettlementProblem.ADJUSTMENT_DECIDED);
        assertThat(adjustments
                        .reject(ANNA, other, "a slip")
                        .await()
                        .atMost(SOON)
                        .state())
                .isEqualTo("rejected");
        assertThat(refused(() -> adjustments.confirm(BEN, key(), other).await().atMost(SOON)))
                .isEqualTo(SettlementProblem.ADJUSTMENT_DECIDED);
        trade.prove();
    }

    @Test
    void the_same_key_proposes_and_confirms_once() {
        Shop shop = trade.open();
        ProposeAdjustment wanted = new ProposeAdjustment(shop.account(), eur(300), "Goodwill", null);
        String proposing = key();
        String confirming = key();

        AdjustmentView first =
                adjustments.propose(ANNA, proposing, wanted).await().atMost(SOON);
        AdjustmentView again =
                adjustments.propose(ANNA, proposing, wanted).await().atMost(SOON);
        adjustments.confirm(BEN, confirming, first.id()).await().atMost(SOON);
        adjustments.confirm(BEN, confirming, first.id()).await().atMost(SOON);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(trade.value(
                        "select count(*) from journal_source where tenant_id = $1 and source_id = $2",
                        TENANT.value(),
                        first.id()))
                .contains(1L);
    }

    @Test
    void bad_proposals_are_refused() {
        Shop shop = trade.open();

        assertThat(refused(() -> propose(shop, 0, "Nothing"))).isEqualTo(CommonProblem.VALIDATION);
        assertThat(refused(() -> propose(shop, 100_000_000_001L, "Too much"))).isEqualTo(CommonProblem.VALIDATION);
        assertThat(refused(() -> adjustments
                        .propose(
                                ANNA, key(), new ProposeAdjustment(shop.account(), Money.of(1, "USD"), "Dollars", null))
                        .await()
                        .atMost(SOON)))
                .isEqualTo(SettlementProblem.ADJUSTMENT_CURRENCY);
        assertThat(refused(() -> propose(new Shop(shop.merchant(), new MerchantAccountId(UUID.randomUUID())), 1, "?")))
                .isEqualTo(CommonProblem.NOT_FOUND);
    }

    @Test
    void another_tenant_sees_and_decides_nothing() {
        Shop shop = trade.open();
        UUID id = propose(shop, 300, "Goodwill").id();
        Caller stranger =
                new Caller(Tenant.idOf("jiuzhou"), "jiuzhou", "li", "li", Set.of("finance"), null, "127.0.0.1");

        assertThat(refused(() -> adjustments.find(stranger, id).await().atMost(SOON)))
                .isEqualTo(CommonProblem.NOT_FOUND);
        assertThat(refused(
                        () -> adjustments.confirm(stranger, key(), id).await().atMost(SOON)))
                .isEqualTo(CommonProblem.NOT_FOUND);
        assertThat(adjustments.find(ANNA, id).await().atMost(SOON).state()).isEqualTo("proposed");
        assertThat(adjustments.list(ANNA, "proposed", ALL).await().atMost(SOON).items())
                .extracting(AdjustmentView::id)
                .contains(id);
    }

    private AdjustmentView propose(Shop shop, long amount, String reason) {
        return adjustments
                .propose(ANNA, key(), new ProposeAdjustment(shop.account(), eur(amount), reason, "between us"))
                .await()
                .atMost(SOON);
    }

    private static ProblemCode refused(Supplier<?> work) {
        var thrown = Assertions.catchThrowableOfType(Refusal.class, work::get);
        assertThat(thrown).isNotNull();
        return thrown.code();
    }

    private RunView cutOff() {
        return settlements.cutOff(ANNA, key()).await().atMost(SOON);
    }

    private AccountSettlement of(RunView run, Shop shop) {
        return settlements.account(ANNA, run.id(), shop.account()).await().atMost(SOON);
    }
}
