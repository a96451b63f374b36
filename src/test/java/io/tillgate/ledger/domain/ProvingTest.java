package io.tillgate.ledger.domain;

import static io.tillgate.ledger.AccountCode.BANK;
import static io.tillgate.ledger.AccountCode.CARD_HOST_RECEIVABLE;
import static io.tillgate.ledger.AccountCode.HOST_COST;
import static io.tillgate.ledger.AccountCode.MERCHANT_PAYABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.LedgerProof;
import io.tillgate.ledger.domain.Proving.Figure;
import io.tillgate.ledger.domain.Proving.Side;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a proof says that all is well, and when it does not. */
class ProvingTest {
    private final List<Figure> figures = new ArrayList<>();

    @Test
    void balances_that_equal_postings_and_open_items_are_proven() {
        book(CARD_HOST_RECEIVABLE, 100, 100, 100);
        book(MERCHANT_PAYABLE, -100, -100, -100);

        LedgerProof proof = prove();

        assertThat(proof.balanced()).isTrue();
        assertThat(proof.totals()).containsExactly(eur(0));
    }

    @Test
    void an_open_item_too_many_is_a_difference() {
        book(CARD_HOST_RECEIVABLE, 100, 100, 101);
        book(MERCHANT_PAYABLE, -100, -100, -100);

        LedgerProof proof = prove();

        assertThat(proof.balanced()).isFalse();
        assertThat(proof.accounts().getFirst().difference()).isEqualTo(eur(-1));
    }

    @Test
    void a_balance_that_nobody_explains_is_a_difference() {
        figures.add(new Figure(Side.BALANCE, CARD_HOST_RECEIVABLE, "", eur(100)));
        figures.add(new Figure(Side.POSTINGS, CARD_HOST_RECEIVABLE, "", eur(100)));
        book(MERCHANT_PAYABLE, -100, -100, -100);

        assertThat(prove().balanced()).isFalse();
    }

    @Test
    void open_items_without_any_account_are_a_difference() {
        figures.add(new Figure(Side.OPEN_ITEMS, CARD_HOST_RECEIVABLE, "payments", eur(7)));

        assertThat(prove().balanced()).isFalse();
    }

    @Test
    void a_balance_that_its_postings_do_not_sum_to_is_a_difference() {
        figures.add(new Figure(Side.BALANCE, BANK, "", eur(10)));
        figures.add(new Figure(Side.POSTINGS, BANK, "", eur(9)));
        figures.add(new Figure(Side.BALANCE, HOST_COST, "", eur(-10)));
        figures.add(new Figure(Side.POSTINGS, HOST_COST, "", eur(-10)));

        LedgerProof proof = prove();

        assertThat(proof.balanced()).isFalse();
        assertThat(proof.accounts()).extracting(LedgerProof.Line::difference).containsExactly(eur(0), eur(1));
    }

    @Test
    void a_book_that_does_not_sum_to_zero_is_not_balanced() {
        book(CARD_HOST_RECEIVABLE, 100, 100, 100);

        LedgerProof proof = prove();

        assertThat(proof.accounts()).allMatch(line -> line.difference().isZero());
        assertThat(proof.totals()).containsExactly(eur(100));
        assertThat(proof.balanced()).isFalse();
    }

    @Test
    void contributions_of_several_packages_are_summed_and_named() {
        figures.add(new Figure(Side.BALANCE, CARD_HOST_RECEIVABLE, "", eur(0)));
        figures.add(new Figure(Side.OPEN_ITEMS, CARD_HOST_RECEIVABLE, "payments", eur(30)));
        figures.add(new Figure(Side.OPEN_ITEMS, CARD_HOST_RECEIVABLE, "funding", eur(-30)));

        LedgerProof proof = prove();

        assertThat(proof.balanced()).isTrue();
        assertThat(proof.accounts().getFirst().contributions())
                .extracting(LedgerProof.Contribution::name)
                .containsExactly("payments", "funding");
    }

    @Test
    void an_empty_book_is_balanced() {
        assertThat(prove().balanced()).isTrue();
    }

    private void book(AccountCode account, long balance, long postings, long items) {
        figures.add(new Figure(Side.BALANCE, account, "", eur(balance)));
        figures.add(new Figure(Side.POSTINGS, account, "", eur(postings)));
        figures.add(new Figure(Side.OPEN_ITEMS, account, "payments", eur(items)));
    }

    private LedgerProof prove() {
        return Proving.prove(Instant.EPOCH, figures);
    }

    private static Money eur(long value) {
        return Money.of(value, "EUR");
    }
}
