package io.tillgate.terminals.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivationCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void a_code_is_four_groups_of_four() {
        assertThat(ActivationCode.random(new Random(1)).grouped())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    }

    @Test
    void what_is_shown_can_be_typed_in_any_way() {
        ActivationCode code = ActivationCode.random(new Random(2));

        assertThat(ActivationCode.typed(code.grouped())).contains(code);
        assertThat(ActivationCode.typed(" " + code.characters().toLowerCase(Locale.ROOT) + " "))
                .contains(code);
        assertThat(ActivationCode.typed(
                        code.grouped().replace('0', 'O').replace('1', 'l').replace('-', ' ')))
                .contains(code);
    }

    @Test
    void every_single_wrong_character_is_found() {
        String code = ActivationCode.random(new Random(3)).characters();

        IntStream.range(0, code.length())
                .forEach(i -> ALPHABET.chars()
                        .filter(c -> c != code.charAt(i))
                        .forEach(c -> assertThat(
                                        ActivationCode.typed(code.substring(0, i) + (char) c + code.substring(i + 1)))
                                .isEmpty()));
    }

    @Test
    void what_cannot_be_a_code_is_not_one() {
        assertThat(ActivationCode.typed("")).isEmpty();
        assertThat(ActivationCode.typed("ABC")).isEmpty();
        assertThat(ActivationCode.typed("UUUU-UUUU-UUUU-UUUU")).isEmpty();
        assertThat(ActivationCode.typed("0".repeat(1_000_000))).isEmpty();
    }

    @Test
    void a_code_is_never_printed() {
        ActivationCode code = ActivationCode.random(new Random(4));

        assertThat(code.toString()).doesNotContain(code.characters());
    }
}
