package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.ANNA;
import static io.tillgate.settlement.usecase.Paying.BEN;
import static io.tillgate.settlement.usecase.Paying.assertRefused;
import static io.tillgate.settlement.usecase.Paying.eur;
import static io.tillgate.settlement.usecase.Paying.key;
import static io.tillgate.settlement.usecase.Paying.these;
import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.PaymentFile;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.stack.People;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From two signatures to the bank's booking and back, on the real database; the book is proved after every step. */
@QuarkusTest
class PayingMerchantsIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

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
    void two_people_let_a_payout_go_and_the_bank_books_it_once() {
        UUID payout = drafted(10_000);
        trade.prove();

        payouts.sign(ANNA, key(), these(payout)).await().atMost(SOON);
        assertThat(paying.state(payout)).isEqualTo("signed");
        PaymentFileView file = released(payout);
        trade.prove();
        PaymentFile fetched = files.fetch(TENANT, file.messageId()).await().atMost(SOON);
        assertThat(paying.state(payout)).isEqualTo("fetched");
        String endToEnd = fetched.instructions().getFirst().endToEndId();
        assertThat(hear(new BankWord.Accepted(endToEnd))).isInstanceOf(Heard.Done.class);
        trade.prove();
        BankWord booking = new BankWord.Booked(endToEnd, eur(10_000), "B-" + endToEnd, TODAY);
        assertThat(hear(booking)).isInstanceOf(Heard.Done.class);
        assertThat(hear(booking)).isInstanceOf(Heard.Known.class);
        assertThat(hear(new BankWord.Booked(endToEnd, eur(10_000), null, TODAY)))
                .isInstanceOf(Heard.Known.class);

        PayoutView paid = payouts.find(ANNA, payout).await().atMost(SOON);
        assertThat(paid.state()).isEqualTo("booked");
        assertThat(paid.attempts()).singleElement().satisfies(attempt -> {
            assertThat(requireNonNull(attempt.signed()).by()).isEqualTo("anna");
            assertThat(requireNonNull(attempt.released()).by()).isEqualTo("ben");
            assertThat(attempt.bookedOn()).isEqualTo(TODAY);
        });
        assertThat(fetched.instructions().getFirst().creditor().holder()).isEqualTo("张伟 & Sons");
        assertThat(files.fetch(TENANT, file.messageId()).await().atMost(SOON).instructions())
                .as("the same file however often it is fetched")
                .isEqualTo(fetched.instructions());
    }

    @Test
    void nobody_releases_what_they_signed_themselves() {
        UUID payout = drafted(5_000);
        payouts.sign(ANNA, key(), these(payout)).await().atMost(SOON);

        assertRefused(
                SettlementProblem.NEEDS_ANOTHER_PERSON,
                () -> payouts.release(ANNA, key(), these(payout)).await().atMost(SOON));
        assertThat(paying.state(payout)).isEqualTo("signed");
    }

    @Test
    void nothing_is_released_before_a_first_signature() {
        UUID payout = drafted(5_000);

        assertRefused(
                SettlementProblem.NOT_SIGNED,
                () -> payouts.release(ANNA, key(), these(payout)).await().atMost(SOON));
        assertRefused(
                SettlementProblem.NOT_SIGNED,
                () -> payouts.release(ANNA, key(), new PayoutSelection.OfRun(runOf(payout)))
                        .await()
                        .atMost(SOON));
    }

    @Test
    void the_same_key_is_the_same_release_and_with_another_body_a_refusal() {
        UUID payout = drafted(5_000);
        UUID other = drafted(6_000);
        payouts.sign(ANNA, key(), these(payout)).await().atMost(SOON);
        String key = key();

        var first = payouts.release(BEN, key, these(payout)).await().atMost(SOON);
        var again = payouts.release(BEN, key, these(payout)).await().atMost(SOON);

        assertThat(again).isEqualTo(first);
        assertRefused(
                CommonProblem.ID_REUSED,
                () -> payouts.release(BEN, key, these(other)).await().atMost(SOON));
        assertRefused(
                CommonProblem.IDEMPOTENCY_KEY_REQUIRED,
                () -> payouts.release(BEN, null, these(other)).await().atMost(SOON));
    }

    @Test
    void a_cancelled_payout_is_part_of_the_next_run() {
        Shop shop = trade.open();
        UUID payout = paying.drafted(shop, 5_000);
        payouts.sign(ANNA, key(), these(payout)).await().atMost(SOON);
        PaymentFileView file = released(payout);

        payouts.cancel(ANNA, key(), payout, "wrong account").await().atMost(SOON);
        trade.prove();
        UUID next = paying.drafted(shop, 1_000);

        assertThat(paying.state(payout)).isEqualTo("cancelled");
        assertThat(payouts.find(ANNA, next).await().atMost(SOON).amount()).isEqualTo(eur(6_000));
        assertRefused(
                CommonProblem.NOT_FOUND,
                () -> files.fetch(TENANT, file.messageId()).await().atMost(SOON));
    }

    @Test
    void of_a_cancellation_and_the_first_fetch_at_once_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            UUID payout = drafted(5_000);
            UUID companion = drafted(7_000);
            payouts.sign(ANNA, key(), these(payout, companion)).await().atMost(SOON);
            PaymentFileView file = payouts.release(BEN, key(), these(payout, companion))
                    .await()
                    .atMost(SOON)
                    .files()
                    .getFirst();

            Uni<Boolean> cancelling = payouts.cancel(ANNA, key(), payout, "stop")
                    .replaceWith(true)
                    .onFailure(Refusal.class)
                    .recoverWithItem(false);
            Uni<PaymentFile> fetching = files.fetch(TENANT, file.messageId());
            var both = Uni.combine()
                    .all()
                    .unis(cancelling, fetching)
                    .asTuple()
                    .await()
                    .atMost(SOON);

            boolean cancelled = both.getItem1();
            assertThat(paying.state(payout)).isEqualTo(cancelled ? "cancelled" : "fetched");
            assertThat(both.getItem2().instructions()).hasSize(cancelled ? 1 : 2);
            assertThat(both.getItem2().header().total()).isEqualTo(eur(cancelled ? 7_000 : 12_000));
            trade.prove();
        }
    }

    @Test
    void a_rejected_payout_is_owed_again_and_paid_again_under_a_new_name() {
        UUID payout = drafted(5_000);
        String first = paying.handedOver(payout);

        hear(new BankWord.Rejected(first, "AC04", "Closed account"));
        trade.prove();
        assertThat(paying.state(payout)).isEqualTo("rejected");
        payouts.retry(ANNA, key(), payout, "the account was corrected").await().atMost(SOON);
        assertThat(paying.state(payout)).isEqualTo("drafted");
        String second = paying.handedOver(payout);
        hear(new BankWord.Booked(second, eur(5_000), "B-" + second, TODAY));

        assertThat(second).isNotEqualTo(first);
        PayoutView paid = payouts.find(ANNA, payout).await().atMost(SOON);
        assertThat(paid.attempts()).extracting(PayoutView.Attempt::state).containsExactly("rejected", "booked");
        assertThat(paid.attempts().getFirst().reasonCode()).isEqualTo("AC04");
    }

    @Test
    void a_return_after_the_booking_reopens_the_payout_once() {
        UUID payout = drafted(5_000);
        String endToEnd = paying.handedOver(payout);
        hear(new BankWord.Booked(endToEnd, eur(5_000), "B-" + endToEnd, TODAY));
        trade.prove();

        BankWord back = new BankWord.Returned(endToEnd, eur(5_000), "R-" + endToEnd, TODAY, "AC04", "closed");
        assertThat(hear(back)).isInstanceOf(Heard.Done.class);
        assertThat(hear(back)).isInstanceOf(Heard.Known.class);

        assertThat(paying.state(payout)).isEqualTo("returned");
    }

    @Test
    void a_booking_of_another_amount_or_of_nothing_we_know_is_a_break_and_closes_nothing() {
        UUID payout = drafted(5_000);
        String endToEnd = paying.handedOver(payout);
        BankWord wrong = new BankWord.Booked(endToEnd, eur(4_999), "B-" + endToEnd, TODAY);

        Heard amount = hear(wrong);
        Heard again = hear(wrong);
        Heard unknown = hear(new BankWord.Accepted(UUID.randomUUID().toString().replace("-", "")));

        assertThat(amount).isInstanceOf(Heard.Broken.class).isEqualTo(again);
        assertThat(unknown).isInstanceOf(Heard.Broken.class);
        assertThat(paying.state(payout)).isEqualTo("fetched");
        UUID id = ((Heard.Broken) amount).breakId();
        assertThat(settlements
                        .breaks(ANNA, "open", new PageRequest(200, null))
                        .await()
                        .atMost(SOON)
                        .items())
                .anySatisfy(found -> {
                    assertThat(found.id()).isEqualTo(id);
                    assertThat(found.kind()).isEqualTo("amount-differs");
                    assertThat(found.payout()).isEqualTo(payout);
                });
    }

    @Test
    void a_card_host_pays_for_a_run_once_and_keeps_its_cost() {
        RunView run = ran(drafted(1_000_000));
        FundingView owed =
                settlements.fundings(ANNA, run.id()).await().atMost(SOON).getFirst();
        HostCredit credit = new HostCredit(
                eur(owed.expected().value() - 10), "HOST-" + run.id(), TODAY, "settlement " + owed.reference());

        assertThat(credited(credit)).isInstanceOf(Heard.Done.class);
        assertThat(credited(credit)).isInstanceOf(Heard.Known.class);
        trade.prove();

        FundingView paid =
                settlements.fundings(ANNA, run.id()).await().atMost(SOON).getFirst();
        assertThat(paid.state()).isEqualTo("received");
        assertThat(paid.cost()).isEqualTo(eur(10));
        assertRefused(
                SettlementProblem.FUNDING_RECEIVED,
                () -> settlements
                        .received(ANNA, key(), run.id(), new HostCredit(owed.expected(), "X" + key(), TODAY, null))
                        .await()
                        .atMost(SOON));
    }

    @Test
    void money_that_is_too_little_is_a_break_from_the_bank_and_a_refusal_to_a_person() {
        RunView run = ran(drafted(1_000_000));
        FundingView owed =
                settlements.fundings(ANNA, run.id()).await().atMost(SOON).getFirst();
        HostCredit half = new HostCredit(eur(owed.expected().value() / 2), "HALF-" + run.id(), TODAY, owed.reference());

        assertThat(credited(half)).isInstanceOf(Heard.Broken.class);
        assertRefused(
                SettlementProblem.CREDIT_HELD,
                () -> settlements.received(ANNA, key(), run.id(), half).await().atMost(SOON));
        HostCredit byHand = new HostCredit(half.amount(), "HAND-" + run.id(), TODAY, null);
        assertRefused(
                SettlementProblem.FUNDING_DIFFERS,
                () -> settlements
                        .received(ANNA, key(), run.id(), byHand)
                        .await()
                        .atMost(SOON));
        String key = key();
        HostCredit whole = new HostCredit(owed.expected(), "WHOLE-" + run.id(), TODAY, null);
        FundingView first =
                settlements.received(ANNA, key, run.id(), whole).await().atMost(SOON);

        assertThat(first.state()).isEqualTo("received");
        assertThat(settlements.received(ANNA, key, run.id(), whole).await().atMost(SOON))
                .isEqualTo(first);
    }

    private Heard credited(HostCredit credit) {
        return trade.sql(connection -> funding.credited(connection, TENANT, credit, "bank"));
    }

    private Heard hear(BankWord word) {
        return trade.sql(connection -> bank.hear(connection, TENANT, List.of(word)))
                .getFirst();
    }

    private PaymentFileView released(UUID payout) {
        return payouts.release(BEN, key(), these(payout))
                .await()
                .atMost(SOON)
                .files()
                .getFirst();
    }

    private UUID drafted(long net) {
        return paying.drafted(trade.open(), net);
    }

    private RunView ran(UUID payout) {
        return settlements.run(ANNA, runOf(payout)).await().atMost(SOON);
    }

    private UUID runOf(UUID payout) {
        return payouts.find(ANNA, payout).await().atMost(SOON).run();
    }
}
