package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.Reading;
import io.tillgate.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A bank tells what happened on an account; whose it is has to be right. */
class TellingAboutOwnAccountsTest {
    private static final String OURS = "NL91ABNA0417164300";

    @Test
    void each_strange_account_is_named_by_its_place_and_never_in_full() {
        String one = "<Ntfctn>";
        String xml = BankXml.notification("M1");
        String second = xml.substring(xml.indexOf(one), xml.indexOf("</Ntfctn>") + "</Ntfctn>".length())
                .replace(OURS, "DE89370400440532013000");

        AccountReport report = read(xml.replace("</BkToCstmrDbtCdtNtfctn>", second + "</BkToCstmrDbtCdtNtfctn>"));

        assertThatThrownBy(() -> OwnAccounts.refuse(report, Set.of("DE89370400440532013000")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(BankProblem.BANK_ACCOUNT_FOREIGN);
                    assertThat(refusal.detail())
                            .contains("Ntfctn[2]", "DE89\u20263000")
                            .doesNotContain("37040044");
                    assertThat(refusal.violations()).hasSize(1);
                });
    }

    @Test
    void an_account_is_the_same_however_it_is_written() {
        AccountReport report = read(BankXml.notification("M1").replace(OURS, OURS));

        assertThatCode(() -> OwnAccounts.refuse(report, Set.of())).doesNotThrowAnyException();
    }

    private static AccountReport read(String xml) {
        Reading reading = BankMessages.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return (AccountReport) ((Reading.Understood) reading).message();
    }
}
