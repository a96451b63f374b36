package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The simulated bank knows whose account it keeps. */
class AccountsOfTenantFilesTest {
    @Test
    void it_is_an_iban_or_a_number() {
        assertThat(in("payout:\n  iban: NL91ABNA0417164300\n")).isEqualTo("NL91ABNA0417164300");
        assertThat(in("payout:\n  account: \"6222600260001072444\"\n")).isEqualTo("6222600260001072444");
        assertThat(in("payout:\n  account: 6222600260001072444\n")).isEqualTo("6222600260001072444");
        assertThat(in("name: x\n")).isNull();
    }

    private static @Nullable String in(String yaml) {
        return SettlementAccount.in(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
