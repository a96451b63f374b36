package io.tillgate.terminals.est;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ActivationCredentialsTest {
    @Test
    void the_user_is_merchant_and_terminal_number_and_the_password_the_code() {
        var read = ActivationCredentials.of(basic("100000000000123.12345678:ABCD-EFGH-JKMN-PQRS"));

        assertThat(read).hasValueSatisfying(c -> {
            assertThat(c.numbers().merchantNumber()).isEqualTo("100000000000123");
            assertThat(c.numbers().terminalNumber()).isEqualTo("12345678");
            assertThat(c.code()).isEqualTo("ABCD-EFGH-JKMN-PQRS");
            assertThat(c.toString()).doesNotContain("ABCD");
        });
    }

    @Test
    void anything_else_is_no_credential() {
        assertThat(ActivationCredentials.of(null)).isEmpty();
        assertThat(ActivationCredentials.of("Bearer abc")).isEmpty();
        assertThat(ActivationCredentials.of("Basic %%%")).isEmpty();
        assertThat(ActivationCredentials.of("Basic A")).isEmpty();
        assertThat(ActivationCredentials.of(basic("12345678:code"))).isEmpty();
        assertThat(ActivationCredentials.of(basic("1.12345678"))).isEmpty();
        assertThat(ActivationCredentials.of("Basic " + "A".repeat(1000))).isEmpty();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
