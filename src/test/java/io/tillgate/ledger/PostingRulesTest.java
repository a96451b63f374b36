package io.tillgate.ledger;

import static io.tillgate.ledger.AccountCode.BANK;
import static io.tillgate.ledger.AccountCode.BANK_COST;
import static io.tillgate.ledger.AccountCode.CARD_HOST_RECEIVABLE;
import static io.tillgate.ledger.AccountCode.CASH_IN_STORES;
import static io.tillgate.ledger.AccountCode.CASH_TAKINGS;
import static io.tillgate.ledger.AccountCode.FEE_INCOME;
import static io.tillgate.ledger.AccountCode.HOST_COST;
import static io.tillgate.ledger.AccountCode.MERCHANT_PAYABLE;
import static io.tillgate.ledger.AccountCode.MERCHANT_RESERVE;
import static io.tillgate.ledger.AccountCode.PAYOUT_CLEARING;
import static io.tillgate.ledger.AccountCode.SUSPENSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.ledger.PostingRules.Lies;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which accounts each rule moves, and in which direction. */
class PostingRulesTest {
    private static final Booking BOOKING = new Booking(
            new TenantId(new UUID(1, 1)), LocalDate.of(2026, 11, 22), JournalSource.payment(new UUID(7, 7)));
    private static final MerchantAccountId MERCHANT = new MerchantAccountId(new UUID(3, 3));

    @Test
    void a_sale_is_owed_by_the_host_and_to_the_merchant_gross() {
        assertMoves(PostingRules.sale(BOOKING, MERCHANT, eur(100)), CARD_HOST_RECEIVABLE, MERCHANT_PAYABLE, 100);
    }

    @Test
    void its_fee_comes_out_of_what_the_merchant_is_owed() {
        assertMoves(PostingRules.saleFee(BOOKING, MERCHANT, eur(3)).orElseThrow(), MERCHANT_PAYABLE, FEE_INCOME, 3);
    }

    @Test
    void no_fee_is_no_entry() {
        assertThat(PostingRules.saleFee(BOOKING, MERCHANT, eur(0))).isEmpty();
    }

    @Test
    void a_void_and_its_fee_undo_the_sale_to_the_cent() {
        Map<AccountCode, Long> left = new TreeMap<>();
        add(left, PostingRules.sale(BOOKING, MERCHANT, eur(100)));
        add(left, PostingRules.saleFee(BOOKING, MERCHANT, eur(3)).orElseThrow());
        add(left, PostingRules.voided(BOOKING, MERCHANT, eur(100)));
        add(left, PostingRules.voidedFee(BOOKING, MERCHANT, eur(3)).orElseThrow());

        assertThat(left.values()).containsOnly(0L);
    }

    @Test
    void a_refund_is_given_by_the_merchant_and_lowers_what_the_host_owes() {
        assertMoves(PostingRules.refund(BOOKING, MERCHANT, eur(40)), MERCHANT_PAYABLE, CARD_HOST_RECEIVABLE, 40);
    }

    @Test
    void a_refunds_fee_goes_either_way() {
        assertMoves(PostingRules.refundFee(BOOKING, MERCHANT, eur(2)).orElseThrow(), MERCHANT_PAYABLE, FEE_INCOME, 2);
        assertMoves(PostingRules.refundFee(BOOKING, MERCHANT, eur(-2)).orElseThrow(), FEE_INCOME, MERCHANT_PAYABLE, 2);
    }

    @Test
    void cash_is_counted_and_owed_to_nobody() {
        assertMoves(PostingRules.cashSale(BOOKING, eur(9)), CASH_IN_STORES, CASH_TAKINGS, 9);
        assertMoves(PostingRules.cashRefund(BOOKING, eur(9)), CASH_TAKINGS, CASH_IN_STORES, 9);
    }

    @Test
    void host_funding_splits_what_was_owed_into_money_and_cost() {
        JournalEntry funding = PostingRules.hostFunding(BOOKING, eur(97), eur(3));

        assertThat(moves(funding))
                .containsExactlyInAnyOrderEntriesOf(Map.of(BANK, 97L, HOST_COST, 3L, CARD_HOST_RECEIVABLE, -100L));
        assertThat(PostingRules.hostFunding(BOOKING, eur(97), eur(0)).postings())
                .hasSize(2);
    }

    @Test
    void a_payout_travels_through_clearing() {
        assertMoves(PostingRules.payoutReleased(BOOKING, MERCHANT, eur(50)), MERCHANT_PAYABLE, PAYOUT_CLEARING, 50);
        assertMoves(PostingRules.payoutBooked(BOOKING, Lies.AT_THE_BANK, eur(50)), PAYOUT_CLEARING, BANK, 50);
        assertMoves(PostingRules.payoutRejected(BOOKING, MERCHANT, eur(50)), PAYOUT_CLEARING, MERCHANT_PAYABLE, 50);
        assertMoves(
                PostingRules.payoutReturned(BOOKING, Lies.AT_THE_BANK, MERCHANT, eur(50)), BANK, MERCHANT_PAYABLE, 50);
    }

    @Test
    void what_the_bank_moved_for_nobody_stands_in_suspense_until_it_is_somebodys() {
        assertMoves(PostingRules.suspended(BOOKING, eur(5)), BANK, SUSPENSE, 5);
        assertMoves(PostingRules.suspended(BOOKING, eur(-5)), SUSPENSE, BANK, 5);
        assertMoves(PostingRules.suspendedForMerchant(BOOKING, MERCHANT, eur(5)), SUSPENSE, MERCHANT_PAYABLE, 5);
        assertMoves(PostingRules.suspendedForMerchant(BOOKING, MERCHANT, eur(-5)), MERCHANT_PAYABLE, SUSPENSE, 5);
        assertMoves(PostingRules.bankCharge(BOOKING, eur(-5)), BANK_COST, SUSPENSE, 5);
        assertMoves(PostingRules.toldBefore(BOOKING, eur(-5)), BANK, SUSPENSE, 5);
        assertThat(PostingRules.toldBefore(BOOKING, eur(-5)).id())
                .isNotEqualTo(PostingRules.suspended(BOOKING, eur(-5)).id());
        assertMoves(PostingRules.payoutBooked(BOOKING, Lies.IN_SUSPENSE, eur(5)), PAYOUT_CLEARING, SUSPENSE, 5);
        assertMoves(
                PostingRules.payoutReturned(BOOKING, Lies.IN_SUSPENSE, MERCHANT, eur(5)),
                SUSPENSE,
                MERCHANT_PAYABLE,
                5);
        assertThat(moves(PostingRules.hostFunding(BOOKING, Lies.IN_SUSPENSE, eur(97), eur(3))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(SUSPENSE, 97L, HOST_COST, 3L, CARD_HOST_RECEIVABLE, -100L));
    }

    @Test
    void chargebacks_reserves_and_adjustments_move_what_the_merchant_is_owed() {
        assertMoves(PostingRules.chargeback(BOOKING, MERCHANT, eur(8)), MERCHANT_PAYABLE, CARD_HOST_RECEIVABLE, 8);
        assertMoves(PostingRules.chargebackWon(BOOKING, MERCHANT, eur(8)), CARD_HOST_RECEIVABLE, MERCHANT_PAYABLE, 8);
        assertMoves(PostingRules.reserveHeld(BOOKING, MERCHANT, eur(8)), MERCHANT_PAYABLE, MERCHANT_RESERVE, 8);
        assertMoves(PostingRules.reserveReleased(BOOKING, MERCHANT, eur(8)), MERCHANT_RESERVE, MERCHANT_PAYABLE, 8);
        assertMoves(PostingRules.adjustment(BOOKING, MERCHANT, eur(8)), FEE_INCOME, MERCHANT_PAYABLE, 8);
        assertMoves(PostingRules.adjustment(BOOKING, MERCHANT, eur(-8)), MERCHANT_PAYABLE, FEE_INCOME, 8);
    }

    @Test
    void amounts_are_positive_and_the_signs_are_the_rules_own() {
        assertThatThrownBy(() -> PostingRules.sale(BOOKING, MERCHANT, eur(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PostingRules.refund(BOOKING, MERCHANT, eur(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codes_of_the_chart_read_back() {
        for (AccountCode code : AccountCode.values()) {
            assertThat(AccountCode.ofCode(code.code())).isEqualTo(code);
        }
        assertThatThrownBy(() -> AccountCode.ofCode("petty-cash")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertMoves(JournalEntry entry, AccountCode debit, AccountCode credit, long amount) {
        assertThat(moves(entry)).containsExactlyInAnyOrderEntriesOf(Map.of(debit, amount, credit, -amount));
    }

    private static Map<AccountCode, Long> moves(JournalEntry entry) {
        Map<AccountCode, Long> moves = new TreeMap<>();
        add(moves, entry);
        return moves;
    }

    private static void add(Map<AccountCode, Long> moves, JournalEntry entry) {
        entry.postings().forEach(p -> moves.merge(p.account().code(), p.amount().value(), Long::sum));
    }

    private static Money eur(long value) {
        return Money.of(value, "EUR");
    }
}
