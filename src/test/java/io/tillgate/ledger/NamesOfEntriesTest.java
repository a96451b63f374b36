package io.tillgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids follow from what a thing is, so that doing it twice meets itself. */
class NamesOfEntriesTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final UUID PAYMENT = UUID.fromString("019ab9a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final MerchantAccountId MERCHANT = new MerchantAccountId(new UUID(3, 3));

    @Test
    void the_same_entry_built_again_has_the_same_id() {
        assertThat(sale(TENANT, 5).id()).isEqualTo(sale(TENANT, 5).id());
    }

    @Test
    void rule_source_and_tenant_each_make_another_id() {
        UUID sale = sale(TENANT, 5).id();
        Booking booking = booking(TENANT);

        assertThat(PostingRules.voided(booking, MERCHANT, eur(5)).id()).isNotEqualTo(sale);
        assertThat(sale(new TenantId(new UUID(2, 2)), 5).id()).isNotEqualTo(sale);
    }

    @Test
    void an_entry_of_another_amount_is_the_same_entry_so_it_cannot_be_booked_beside_it() {
        assertThat(sale(TENANT, 6).id()).isEqualTo(sale(TENANT, 5).id());
    }

    @Test
    void entry_ids_keep_the_time_of_their_source_and_are_version_8() {
        UUID id = sale(TENANT, 5).id();

        assertThat(id.toString()).startsWith("019ab9a0-1c2d-8");
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void an_account_is_named_by_code_owner_and_currency() {
        UUID bank = LedgerAccount.ofTenant(TENANT, AccountCode.BANK, EUR).id();

        assertThat(LedgerAccount.ofTenant(TENANT, AccountCode.BANK, EUR).id()).isEqualTo(bank);
        assertThat(LedgerAccount.ofTenant(TENANT, AccountCode.SUSPENSE, EUR).id())
                .isNotEqualTo(bank);
        assertThat(LedgerAccount.ofTenant(TENANT, AccountCode.BANK, Currency.getInstance("CNY"))
                        .id())
                .isNotEqualTo(bank);
    }

    @Test
    void a_kind_of_source_is_a_word() {
        assertThatThrownBy(() -> new JournalSource("Payment 1", PAYMENT)).isInstanceOf(IllegalArgumentException.class);
    }

    private static JournalEntry sale(TenantId tenant, long amount) {
        return PostingRules.sale(booking(tenant), MERCHANT, eur(amount));
    }

    private static Booking booking(TenantId tenant) {
        return new Booking(tenant, DAY, JournalSource.payment(PAYMENT));
    }

    private static Money eur(long value) {
        return new Money(value, EUR);
    }
}
