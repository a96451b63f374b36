package io.tillgate.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparableNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANGLO-CARIBBEAN CO., LTD. | anglo caribbean company limited",
                "Crymsa - Argentina, S.A. | Argentina CRYMSA",
                "Société Générale d'Électricité | SOCIETE GENERALE DELECTRICITE SARL",
                "Straße & Söhne GmbH | STRASSE SOHNE",
                "Ørsted A/S | ORSTED",
                "ＡＢＣ　Trading | abc TRADING",
                "A.B.C. Trading | A B C Trading Ltd",
                "深圳市海港贸易有限公司 | 深圳市海港贸易股份有限公司",
            })
    void two_ways_of_writing_one_name_have_the_same_words(String one, String other) {
        assertThat(ComparableName.of(one).words())
                .isEqualTo(ComparableName.of(other).words());
    }

    @Test
    void a_name_of_nothing_but_legal_forms_keeps_them() {
        assertThat(ComparableName.of("The Company Ltd").words()).containsExactlyInAnyOrder("THE", "COMPANY", "LTD");
    }

    @Test
    void punctuation_alone_has_no_words_and_an_endless_name_is_cut() {
        assertThat(ComparableName.of(" -- ... ").words()).isEmpty();
        StringBuilder endless = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            endless.append("word").append(i).append(' ');
        }
        assertThat(ComparableName.of(endless.toString()).words()).hasSize(ComparableName.WORDS_MAX);
    }
}
