package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.ANNA;
import static io.tillgate.settlement.usecase.Paying.BEN;
import static io.tillgate.settlement.usecase.Paying.assertRefused;
import static io.tillgate.settlement.usecase.Paying.eur;
import static io.tillgate.settlement.usecase.Paying.key;
import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.BreakProposal;
import io.tillgate.settlement.BreakProposal.Owner;
import io.tillgate.settlement.BreakView;
import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.store.BreakTable.Moved;
import io.tillgate.settlement.store.BreakTable.NewBreak;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.stack.People;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that nobody expected stands in suspense until two people said whose it is; the book is proved all the time. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class SettlingWhatTheBankMovedIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String BALANCE = "select coalesce(sum(p.amount), 0)::bigint from journal_posting p"
            + " join ledger_account a on a.tenant_id = p.tenant_id and a.id = p.account_id"
            + " where p.tenant_id = $1 and a.code = $2";

    @Inject
    Trade trade;

    @Inject
    Paying paying;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @Inject
    HandingOverFiles files;

    @Inject
    HearingTheBank bank;

    @Inject
    FundingByHosts funding;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @AfterEach
    void the_book_is_proved() {
        trade.prove();
    }

    @Test
    void what_the_bank_moved_is_on_the_bank_account_at_once_and_in_suspense() {
        long atTheBank = balance("bank");
        long inSuspense = balance("suspense");
        NewBreak charge = charge(eur(-350));

        UUID id = opened(charge);
        assertThat(opened(charge)).isEqualTo(id);

        assertThat(balance("bank")).isEqualTo(atTheBank - 350);
        assertThat(balance("suspense")).isEqualTo(inSuspense + 350);
        trade.prove();
        assertThat(resolved(id, Owner.BANK, null).state()).isEqualTo("resolved");
        assertThat(balance("suspense")).isEqualTo(inSuspense);
        assertThat(balance("bank")).isEqualTo(atTheBank - 350);
    }

    @Test
    void one_person_proposes_and_another_confirms() {
        UUID id = opened(charge(eur(-100)));

        assertRefused(SettlementProblem.BREAK_NOT_PROPOSED, () -> confirm(BEN, id));
        BreakView proposed = propose(id, Owner.BANK, null);
        assertThat(proposed.state()).isEqualTo("proposed");
        assertThat(proposed.proposedBy()).isEqualTo("anna");
        assertRefused(SettlementProblem.NEEDS_ANOTHER_PERSON, () -> confirm(ANNA, id));
        assertRefused(SettlementProblem.BREAK_PROPOSED, () -> propose(id, Owner.BANK, null));
        trade.prove();
        assertThat(settlements.withdraw(BEN, id).await().atMost(SOON).state()).isEqualTo("open");
        propose(id, Owner.BANK, null);
        assertThat(confirm(BEN, id).resolvedBy()).isEqualTo("ben");
        assertRefused(SettlementProblem.BREAK_RESOLVED, () -> confirm(BEN, id));
        assertThat(trade.value(
                        "select count(*) from audit_record where tenant_id = $1 and subject_id = $2",
                        TENANT.value(),
                        id.toString()))
                .contains(4L);
    }

    @Test
    void money_has_to_belong_somewhere_and_nothing_nowhere() {
        UUID held = opened(charge(eur(-100)));
        UUID word = ((Heard.Broken) hear(new BankWord.Accepted(key().replace("-", "")))).breakId();

        assertRefused(SettlementProblem.BREAK_TARGET, () -> propose(held, Owner.NOTHING, null));
        assertRefused(SettlementProblem.BREAK_TARGET, () -> propose(word, Owner.BANK, null));
        assertRefused(SettlementProblem.BREAK_TARGET, () -> propose(word, Owner.TOLD_BEFORE, null));
        assertThat(resolved(word, Owner.NOTHING, null).state()).isEqualTo("resolved");
        for (Owner owner : List.of(Owner.FUNDING, Owner.PAYOUT, Owner.MERCHANT, Owner.SET_OFF)) {
            assertRefused(
                    CommonProblem.NOT_FOUND,
                    () -> propose(held, owner, UUID.randomUUID().toString()));
            assertRefused(CommonProblem.NOT_FOUND, () -> propose(held, owner, "nobody"));
        }
        resolved(held, Owner.BANK, null);
    }

    @Test
    void a_credit_that_names_no_run_waits_and_two_people_give_it_to_one() {
        FundingView owed = owed();
        HostCredit unnamed = new HostCredit(owed.expected(), "CR-" + owed.id(), TODAY, "thanks");

        Heard heard = credited(unnamed);

        assertThat(heard).isInstanceOf(Heard.Broken.class);
        trade.prove();
        assertRefused(
                SettlementProblem.CREDIT_HELD,
                () -> settlements
                        .received(ANNA, key(), owed.run(), unnamed)
                        .await()
                        .atMost(SOON));
        resolved(((Heard.Broken) heard).breakId(), Owner.FUNDING, owed.reference());
        assertRefused(
                SettlementProblem.CREDIT_HELD,
                () -> settlements
                        .received(ANNA, key(), owed().run(), unnamed)
                        .await()
                        .atMost(SOON));
        assertThat(settlements.fundings(ANNA, owed.run()).await().atMost(SOON).getFirst())
                .satisfies(paid -> {
                    assertThat(paid.state()).isEqualTo("received");
                    assertThat(paid.received()).isEqualTo(owed.expected());
                });
    }

    @Test
    void what_the_book_had_already_leaves_suspense_and_the_bank_account() {
        long atTheBank = balance("bank");
        long inSuspense = balance("suspense");
        UUID id = opened(charge(eur(-900)));

        assertThat(resolved(id, Owner.TOLD_BEFORE, null).belongs()).isEqualTo("told-before");

        assertThat(balance("bank")).isEqualTo(atTheBank);
        assertThat(balance("suspense")).isEqualTo(inSuspense);
    }

    @Test
    void what_a_person_noted_moves_the_bank_account_once_and_the_next_money_moves_it_again() {
        FundingView owed = owed();
        Money sum = owed.expected();
        settlements
                .received(ANNA, key(), owed.run(), new HostCredit(sum, "HAND-" + owed.id(), TODAY, null))
                .await()
                .atMost(SOON);
        long atTheBank = balance("bank");

        UUID told = broken(credited(new HostCredit(sum, "BK-" + owed.id(), TODAY, owed.reference())));
        assertThat(balance("bank")).isEqualTo(atTheBank);
        assertThat(resolved(told, Owner.NOTHING, null)).satisfies(found -> {
            assertThat(found.kind()).isEqualTo("funding-noted");
            assertThat(found.moved()).isNull();
            assertThat(found.detail()).contains("anna");
        });

        UUID more = broken(credited(new HostCredit(sum, "BL-" + owed.id(), TODAY, owed.reference())));
        assertThat(balance("bank")).isEqualTo(atTheBank + sum.value());
        resolved(more, Owner.BANK, null);
    }

    @Test
    void money_for_a_run_that_was_paid_out_of_suspense_is_more_money() {
        FundingView owed = owed();
        Money sum = owed.expected();
        resolved(
                broken(credited(new HostCredit(sum, "CR-" + owed.id(), TODAY, "thanks"))),
                Owner.FUNDING,
                owed.reference());
        long atTheBank = balance("bank");

        UUID more = broken(credited(new HostCredit(sum, "CS-" + owed.id(), TODAY, owed.reference())));

        assertThat(balance("bank")).isEqualTo(atTheBank + sum.value());
        resolved(more, Owner.BANK, null);
    }

    @Test
    void only_the_banks_reference_says_that_its_booking_is_the_one_people_gave_to_a_payout() {
        UUID payout = paying.drafted(trade.open(), 5_000);
        String endToEnd = paying.handedOver(payout);
        NewBreak charge = charge(eur(-5_000));
        resolved(opened(charge), Owner.PAYOUT, endToEnd);

        assertThat(hear(new BankWord.Booked(endToEnd, eur(5_000), charge.bankReference(), TODAY)))
                .isEqualTo(new Heard.Known(payout, true));
        assertThat(hear(new BankWord.Booked(endToEnd, eur(5_000), null, TODAY)))
                .isEqualTo(new Heard.Known(payout, false));
    }

    @Test
    void a_credit_that_is_too_little_for_a_run_is_not_given_to_it() {
        FundingView owed = owed();
        Heard heard =
                credited(new HostCredit(eur(owed.expected().value() / 2), "CR-" + owed.id(), TODAY, owed.reference()));

        UUID id = ((Heard.Broken) heard).breakId();
        assertRefused(
                SettlementProblem.FUNDING_DIFFERS,
                () -> propose(id, Owner.FUNDING, owed.run().toString()));
        assertThat(balance("suspense")).isNotZero();
        UUID back = opened(charge(eur(-owed.expected().value() / 2)));
        assertRefused(SettlementProblem.BREAK_TARGET, () -> propose(id, Owner.SET_OFF, id.toString()));
        resolved(id, Owner.SET_OFF, back.toString());
        assertRefused(SettlementProblem.BREAK_RESOLVED, () -> propose(back, Owner.BANK, null));
    }

    @Test
    void a_debit_without_a_name_is_found_to_be_a_payout_and_a_credit_its_return() {
        UUID payout = paying.drafted(trade.open(), 5_000);
        String endToEnd = paying.handedOver(payout);
        UUID less = opened(charge(eur(-4_999)));
        assertRefused(SettlementProblem.AMOUNT_DIFFERS, () -> propose(less, Owner.PAYOUT, payout.toString()));
        UUID paid = opened(charge(eur(-5_000)));
        UUID second = opened(charge(eur(-5_000)));

        propose(second, Owner.PAYOUT, endToEnd);
        resolved(paid, Owner.PAYOUT, endToEnd);
        assertThat(paying.state(payout)).isEqualTo("booked");
        trade.prove();
        assertRefused(SettlementProblem.BOOKED_TWICE, () -> confirm(BEN, second));
        settlements.withdraw(ANNA, second).await().atMost(SOON);

        UUID back = opened(charge(eur(5_000)));
        resolved(back, Owner.PAYOUT, payout.toString());
        assertThat(paying.state(payout)).isEqualTo("returned");
        trade.prove();
        resolved(second, Owner.BANK, null);
        resolved(less, Owner.BANK, null);
    }

    @Test
    void a_payout_that_was_booked_after_it_was_refused_is_owed_by_its_merchant() {
        Shop shop = trade.open();
        UUID payout = paying.drafted(shop, 5_000);
        String endToEnd = paying.handedOver(payout);
        hear(new BankWord.Rejected(endToEnd, "AC01", null));

        Heard late = hear(new BankWord.Booked(endToEnd, eur(5_000), "L-" + endToEnd, TODAY));

        trade.prove();
        resolved(((Heard.Broken) late).breakId(), Owner.MERCHANT, shop.account().toString());
        trade.prove();
        trade.take(Taken.sale(shop, 9_000, 0));
        RunView run = settlements.cutOff(ANNA, key()).await().atMost(SOON);
        AccountSettlement settled =
                settlements.account(ANNA, run.id(), shop.account()).await().atMost(SOON);
        assertThat(settled.adjustments()).isEqualTo(eur(-5_000));
    }

    private FundingView owed() {
        UUID payout = paying.drafted(trade.open(), 1_000_000);
        UUID run = payouts.find(ANNA, payout).await().atMost(SOON).run();
        return settlements.fundings(ANNA, run).await().atMost(SOON).getFirst();
    }

    private static UUID broken(Heard heard) {
        return ((Heard.Broken) heard).breakId();
    }

    private static NewBreak charge(Money moved) {
        String booking = "test/" + UUID.randomUUID();
        return new NewBreak("unknown-debit", "a test", moved, booking, null, null, new Moved(moved, booking));
    }

    private UUID opened(NewBreak found) {
        return trade.sql(connection -> bank.recordBreak(connection, TENANT, found));
    }

    private BreakView propose(UUID id, Owner owner, @Nullable String to) {
        return settlements
                .propose(ANNA, id, new BreakProposal(owner, to, "we asked the bank"))
                .await()
                .atMost(SOON);
    }

    private BreakView confirm(Caller caller, UUID id) {
        return settlements.confirm(caller, id).await().atMost(SOON);
    }

    private BreakView resolved(UUID id, Owner owner, @Nullable String to) {
        propose(id, owner, to);
        return confirm(BEN, id);
    }

    private long balance(String code) {
        return (Long) trade.value(BALANCE, TENANT.value(), code).orElseThrow();
    }

    private Heard credited(HostCredit credit) {
        return trade.sql(connection -> funding.credited(connection, TENANT, credit, "bank"));
    }

    private Heard hear(BankWord word) {
        return trade.sql(connection -> bank.hear(connection, TENANT, List.of(word)))
                .getFirst();
    }
}
