package io.tillgate.portal.acquirer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.MerchantNumber;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.ProposeAdjustment;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.TenantId;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that moves by what a person types must be the money that person meant, or none. */
class ReadingTypedAmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"12,50;1250", "12.50;1250", "-12,5;-1250", "\u2212 3;-300", "€ 1 250,50;125050"})
    void an_adjustment_is_what_was_written(String text, long minor) {
        assertThat(adjustment(text, "Rounding", "EUR").amount()).isEqualTo(Money.of(minor, "EUR"));
    }

    @Test
    void an_adjustment_is_in_the_currency_of_its_account() {
        assertThat(adjustment("1250", "Rounding", "JPY").amount()).isEqualTo(Money.of(1250, "JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,250", "1.250,00", "12,", "--1", "0", "", "twelve"})
    void what_is_no_amount_is_a_mistake_at_its_field(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> adjustment(text, "", "EUR"));
        Refusal credit = catchThrowableOfType(Refusal.class, () -> credit(text.equals("0") ? "0,001" : text));

        assertThat(refusal.violations()).extracting(Violation::path).containsExactly("/amount", "/reason");
        assertThat(credit.violations()).extracting(Violation::path).containsExactly("/amount");
    }

    @Test
    void too_long_a_reason_or_note_is_a_mistake_at_its_field() {
        AdjustmentForm form = form("1", "a".repeat(AdjustmentForm.REASON_MAX + 1));
        form.note = "a".repeat(Typed.LENGTH_MAX + 1);

        assertThat(catchThrowableOfType(Refusal.class, () -> form.proposal(account("EUR")))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("/reason", "/note");
        assertThat(form.again(account("EUR")).note()).isEqualTo(form.note);
    }

    @Test
    void what_a_host_paid_is_what_was_written() {
        assertThat(credit("12,50").amount()).isEqualTo(Money.of(1250, "EUR"));
        assertThat(credit("-12,50").amount()).isEqualTo(Money.of(-1250, "EUR"));
    }

    private static HostCredit credit(String amount) {
        CreditForm form = new CreditForm();
        form.amount = amount;
        form.currency = "EUR";
        form.reference = "HF20261122-1";
        form.settled = "2026-11-22";
        return form.credit();
    }

    private static ProposeAdjustment adjustment(String amount, String reason, String currency) {
        return form(amount, reason).proposal(account(currency));
    }

    private static AdjustmentForm form(String amount, String reason) {
        AdjustmentForm form = new AdjustmentForm();
        form.amount = amount;
        form.reason = reason;
        return form;
    }

    private static MerchantAccount account(String currency) {
        return new MerchantAccount(
                new TenantId(UUID.randomUUID()),
                new MerchantAccountId(UUID.randomUUID()),
                new MerchantId(UUID.randomUUID()),
                1,
                MerchantNumber.ofSequence(1).orElseThrow(),
                Currency.getInstance(currency),
                "5411",
                "standard",
                UUID.randomUUID(),
                true);
    }
}
