package io.tillgate.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import org.junit.jupiter.api.Test;

class BankAccountTest {
    private static final CnapsCode BANK = new CnapsCode("102100099996");

    @Test
    void printing_shows_no_whole_account_number() {
        BankAccount iban = new BankAccount.ByIban("Anna", new Iban("NL91ABNA0417164300"));
        BankAccount chinese = new BankAccount.ByCnaps("王小明", BANK, "6222021001116245702");

        assertThat(iban).hasToString("NL91…4300");
        assertThat(chinese).hasToString("6222…5702");
    }

    @Test
    void a_holder_is_named_and_an_account_number_has_digits_only() {
        assertThatThrownBy(() -> new BankAccount.ByCnaps(" ", BANK, "6222021001116245702"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BankAccount.ByCnaps("王", BANK, "62220210X1116245702"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BankAccount.ByCnaps("王", BANK, "1234567"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void standing_is_good_only_when_nothing_is_switched_off() {
        assertThat(Standing.GOOD.status()).isEqualTo(Standing.Status.ACTIVE);
        assertThat(new Standing(true, false, "chargebacks").status()).isEqualTo(Standing.Status.LIMITED);
        assertThat(new Standing(false, true, "chargebacks").status()).isEqualTo(Standing.Status.LIMITED);
        assertThat(new Standing(false, false, "fraud").status()).isEqualTo(Standing.Status.SUSPENDED);
    }
}
