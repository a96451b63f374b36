package io.tillgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An entry that does not balance cannot be built. */
class BalancedEntryTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Booking BOOKING =
            new Booking(TENANT, LocalDate.of(2026, 11, 22), JournalSource.payment(new UUID(7, 7)));
    private static final LedgerAccount BANK = LedgerAccount.ofTenant(TENANT, AccountCode.BANK, EUR);
    private static final LedgerAccount COST = LedgerAccount.ofTenant(TENANT, AccountCode.HOST_COST, EUR);

    @Test
    void debits_equal_to_credits_are_an_entry() {
        JournalEntry entry = JournalEntry.of(
                BOOKING, PostingRule.ADJUSTMENT, Posting.debit(BANK, eur(5)), Posting.credit(COST, eur(5)));

        assertThat(entry.postings()).extracting(p -> p.amount().value()).containsExactly(5L, -5L);
    }

    @Test
    void an_entry_out_of_balance_is_refused() {
        assertThatThrownBy(() -> JournalEntry.of(
                        BOOKING, PostingRule.ADJUSTMENT, Posting.debit(BANK, eur(5)), Posting.credit(COST, eur(4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of balance by 1 EUR");
    }

    @Test
    void two_currencies_do_not_share_an_entry() {
        Currency yuan = Currency.getInstance("CNY");
        LedgerAccount yuanBank = LedgerAccount.ofTenant(TENANT, AccountCode.BANK, yuan);

        assertThatThrownBy(() -> JournalEntry.of(
                        BOOKING,
                        PostingRule.ADJUSTMENT,
                        Posting.debit(BANK, eur(5)),
                        Posting.credit(yuanBank, new Money(5, yuan))))
                .hasMessageContaining("an entry in EUR holds CNY");
    }

    @Test
    void an_account_takes_only_its_currency() {
        assertThatThrownBy(() -> Posting.debit(BANK, Money.of(5, "CNY"))).hasMessageContaining("takes no CNY");
    }

    @Test
    void nothing_is_not_posted() {
        assertThatThrownBy(() -> Posting.debit(BANK, eur(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_entry_touches_one_tenant_only() {
        LedgerAccount foreign = LedgerAccount.ofTenant(new TenantId(new UUID(2, 2)), AccountCode.HOST_COST, EUR);

        assertThatThrownBy(() -> JournalEntry.of(
                        BOOKING, PostingRule.ADJUSTMENT, Posting.debit(BANK, eur(5)), Posting.credit(foreign, eur(5))))
                .hasMessageContaining("another");
    }

    @Test
    void one_posting_or_seventeen_are_no_entry() {
        assertThatThrownBy(() -> new JournalEntry(BOOKING, PostingRule.SALE, List.of(Posting.debit(BANK, eur(5)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JournalEntry(
                        BOOKING, PostingRule.SALE, Collections.nCopies(17, Posting.debit(BANK, eur(5)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_sum_that_overflows_is_refused_and_does_not_wrap_to_zero() {
        assertThatThrownBy(() -> new JournalEntry(
                        BOOKING, PostingRule.ADJUSTMENT, Collections.nCopies(4, Posting.debit(BANK, eur(1L << 62)))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void merchant_accounts_need_an_owner_and_the_tenants_own_take_none() {
        MerchantAccountId owner = new MerchantAccountId(new UUID(3, 3));

        assertThatThrownBy(() -> LedgerAccount.ofTenant(TENANT, AccountCode.MERCHANT_PAYABLE, EUR))
                .hasMessageContaining("needs");
        assertThatThrownBy(() -> LedgerAccount.ofMerchant(TENANT, AccountCode.BANK, owner, EUR))
                .hasMessageContaining("takes no");
    }

    private static Money eur(long value) {
        return new Money(value, EUR);
    }
}
