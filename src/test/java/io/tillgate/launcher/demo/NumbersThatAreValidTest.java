package io.tillgate.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.identifiers.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;

class NumbersThatAreValidTest {
    @Test
    void a_credit_identifier_has_both_check_characters() {
        for (long seed = 0; seed < 2_000; seed += 7) {
            assertThat(UnifiedSocialCreditCode.check(Numbers.creditIdentifier(seed))
                            .acceptable())
                    .as(Numbers.creditIdentifier(seed))
                    .isTrue();
        }
    }

    @Test
    void a_number_has_the_length_and_the_beginning_that_were_asked() {
        assertThat(Numbers.luhnNumber("622202", 19, 42)).hasSize(19).startsWith("622202");
        assertThat(Numbers.luhnNumber("411111", 16, 111_111_111)).isEqualTo("4111111111111111");
    }
}
