package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.ANNA;
import static io.tillgate.settlement.usecase.Paying.BEN;
import static io.tillgate.settlement.usecase.Paying.assertRefused;
import static io.tillgate.settlement.usecase.Paying.eur;
import static io.tillgate.settlement.usecase.Paying.key;
import static io.tillgate.settlement.usecase.Paying.these;
import static io.tillgate.settlement.usecase.Trade.SOON;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.settlement.PaymentFile;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.shared.CommonProblem;
import io.tillgate.stack.People;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of payouts when a merchant changes before the bank has them; the book is proved after each. */
@QuarkusTest
class FollowingMerchantsIT {
    private static final String ELSEWHERE = "DE89370400440532013000";

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
    FollowingMerchants following;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @AfterEach
    void the_book_is_proved() {
        trade.prove();
    }

    @Test
    void nothing_is_released_to_an_account_that_the_first_person_did_not_see() {
        Shop moved = trade.open();
        Shop other = trade.open();
        UUID payout = paying.drafted(moved, 5_000);
        UUID companion = paying.drafted(other, 6_000);
        paying.sign(payout, companion);
        trade.payElsewhere(moved, ELSEWHERE);

        assertRefused(SettlementProblem.ACCOUNT_CHANGED, () -> paying.release(payout, companion));

        assertThat(paying.state(payout)).as("needs its first signature again").isEqualTo("drafted");
        assertThat(paying.state(companion)).isEqualTo("signed");
        assertRefused(SettlementProblem.NOT_SIGNED, () -> paying.release(payout));
        payouts.sign(BEN, key(), these(payout)).await().atMost(SOON);
        String message = payouts.release(ANNA, key(), these(payout))
                .await()
                .atMost(SOON)
                .files()
                .getFirst()
                .messageId();
        assertThat(fetched(message).instructions())
                .singleElement()
                .satisfies(instruction ->
                        assertThat(instruction.creditor().holder()).isEqualTo("Elsewhere"));
    }

    @Test
    void a_signature_is_void_as_soon_as_the_account_changed_and_before_anybody_tries() {
        Shop shop = trade.open();
        UUID payout = paying.drafted(shop, 5_000);
        paying.sign(payout);
        trade.payElsewhere(shop, ELSEWHERE);

        following.follow(TENANT).await().atMost(SOON);

        PayoutView seen = payouts.find(ANNA, payout).await().atMost(SOON);
        assertThat(seen.state()).isEqualTo("drafted");
        assertThat(seen.attempts().getFirst().signed()).isNull();
    }

    @Test
    void a_merchant_that_may_not_be_paid_any_more_stays_behind_when_the_bank_fetches() {
        Shop suspended = trade.open();
        UUID payout = paying.drafted(suspended, 5_000);
        UUID companion = paying.drafted(trade.open(), 7_000);
        paying.sign(payout, companion);
        String message = paying.release(payout, companion);
        trade.letBePaid(suspended, false);

        PaymentFile file = fetched(message);

        assertThat(file.instructions())
                .singleElement()
                .satisfies(instruction -> assertThat(instruction.amount()).isEqualTo(eur(7_000)));
        assertThat(file.header().total()).isEqualTo(eur(7_000));
        assertThat(file.header().payouts()).isEqualTo(1);
        assertThat(paying.state(companion)).isEqualTo("fetched");
        PayoutView held = payouts.find(ANNA, payout).await().atMost(SOON);
        assertThat(held.state()).isEqualTo("held");
        assertThat(held.attempts()).extracting(PayoutView.Attempt::state).containsExactly("cancelled", "held");
        assertThat(payouts.waiting(ANNA).await().atMost(SOON))
                .as("shown as work")
                .anySatisfy(waiting -> assertThat(waiting.state()).isEqualTo("held"));
        assertThat(fetched(message).instructions()).as("fetched again").isEqualTo(file.instructions());
    }

    @Test
    void what_was_held_back_is_released_again_once_the_merchant_may_be_paid() {
        Shop shop = trade.open();
        UUID payout = paying.drafted(shop, 5_000);
        paying.sign(payout);
        String message = paying.release(payout);
        trade.letBePaid(shop, false);
        assertRefused(CommonProblem.NOT_FOUND, () -> fetched(message));
        trade.prove();
        assertThat(paying.state(payout)).as("kept though the bank was refused").isEqualTo("held");

        trade.letBePaid(shop, true);
        following.follow(TENANT).await().atMost(SOON);
        assertThat(paying.state(payout)).isEqualTo("drafted");
        paying.sign(payout);
        PaymentFile file = fetched(paying.release(payout));

        assertThat(file.instructions())
                .singleElement()
                .satisfies(instruction -> assertThat(instruction.amount()).isEqualTo(eur(5_000)));
        List<PayoutView.Attempt> attempts =
                payouts.find(ANNA, payout).await().atMost(SOON).attempts();
        assertThat(file.instructions().getFirst().endToEndId())
                .isEqualTo(attempts.getLast().endToEndId())
                .isNotEqualTo(attempts.getFirst().endToEndId());
        assertRefused(CommonProblem.NOT_FOUND, () -> fetched(message));
    }

    @Test
    void what_may_not_go_out_leaves_its_file_before_the_bank_comes() {
        Shop shop = trade.open();
        UUID payout = paying.drafted(shop, 5_000);
        paying.sign(payout);
        String message = paying.release(payout);
        trade.letBePaid(shop, false);

        following.follow(TENANT).await().atMost(SOON);
        following.follow(TENANT).await().atMost(SOON);

        PayoutView held = payouts.find(ANNA, payout).await().atMost(SOON);
        assertThat(held.state()).isEqualTo("held");
        assertThat(held.attempts()).as("held back once").hasSize(2);
        assertRefused(CommonProblem.NOT_FOUND, () -> fetched(message));
    }

    @Test
    void a_merchant_does_not_read_why_our_people_cancelled() {
        Shop shop = trade.open();
        UUID payout = paying.drafted(shop, 5_000);
        payouts.cancel(ANNA, key(), payout, "suspected laundering, case 17")
                .await()
                .atMost(SOON);

        PayoutView seen = payouts.find(Trade.owner(TENANT, shop.merchant()), payout)
                .await()
                .atMost(SOON);

        assertThat(seen.toString()).doesNotContain("laundering");
        assertThat(seen.attempts().getFirst().reason()).isNotBlank();
        assertThat(payouts.find(ANNA, payout)
                        .await()
                        .atMost(SOON)
                        .attempts()
                        .getFirst()
                        .reason())
                .contains("laundering");
    }

    private PaymentFile fetched(String message) {
        return files.fetch(TENANT, message).await().atMost(SOON);
    }
}
