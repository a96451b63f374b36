package io.tillgate.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.identifiers.Luhn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MerchantNumberTest {
    @Test
    void sequences_give_different_numbers_of_15_digits_that_no_card_check_takes_for_a_card() {
        Set<String> numbers = new HashSet<>();
        long leftOut = LongStream.rangeClosed(1, 5_000)
                .filter(sequence -> MerchantNumber.ofSequence(sequence)
                        .map(number -> !numbers.add(number.value()))
                        .orElse(true))
                .count();

        assertThat(leftOut).isBetween(400L, 600L);
        assertThat(numbers).hasSize((int) (5_000 - leftOut)).allMatch(number -> number.matches("8[0-9]{14}"));
        assertThat(numbers).noneMatch(Luhn::holds);
    }

    @Test
    void every_mistyped_digit_is_found() {
        String number = MerchantNumber.ofSequence(42).orElseThrow().value();
        for (int i = 0; i < number.length(); i++) {
            char other = number.charAt(i) == '9' ? '0' : (char) (number.charAt(i) + 1);
            String mistyped = number.substring(0, i) + other + number.substring(i + 1);

            assertThat(MerchantNumber.isWellFormed(mistyped)).as(mistyped).isFalse();
        }
    }

    @Test
    void other_texts_are_no_merchant_numbers() {
        for (String text :
                List.of("", "8", "80000000000001", "8000000000000012", "A00000000000001", "８00000000000001")) {
            assertThatThrownBy(() -> new MerchantNumber(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> MerchantNumber.ofSequence(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
