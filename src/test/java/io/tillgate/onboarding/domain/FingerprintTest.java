package io.tillgate.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void the_same_business_written_otherwise_has_the_same_fingerprints() {
        ApplicationForm one = form("Bloemenhandel Van Dijk BV", "33011433", "NL91 ABNA 0417 1643 00");
        ApplicationForm other = form("VAN DIJK bloemenhandel B.V.", "3301.1433", "nl91abna0417164300");

        assertThat(hex(one)).isEqualTo(hex(other)).hasSize(3);
    }

    @Test
    void another_business_shares_none() {
        assertThat(hex(Forms.chinese())).doesNotContainAnyElementsOf(hex(Forms.dutch()));
        assertThat(Fingerprint.of(ApplicationForm.EMPTY)).isEmpty();
    }

    private static ApplicationForm form(String name, String number, String iban) {
        return new ApplicationForm(
                new Business(name, name, "BV", "NL", number, null),
                List.of(),
                null,
                new Bank("x", iban, null, null),
                null,
                null);
    }

    private static List<String> hex(ApplicationForm form) {
        return Fingerprint.of(form).stream()
                .map(print -> print.kind() + HexFormat.of().formatHex(print.sha256()))
                .toList();
    }
}
