package io.tillgate.payments.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.platform.crypto.ReferenceCases;
import io.tillgate.shared.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published test card numbers. */
class CardNumbersReferenceTest {
    @Test
    void there_are_cases_to_try() {
        assertThat(cards()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(wrong()).hasSizeGreaterThanOrEqualTo(8);
    }

    @TestFactory
    Stream<DynamicTest> each_card_lands_on_its_brand() {
        return cards().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.get("pan").asText(),
                        () -> assertThat(CardScheme.ofDigits(c.get("pan").asText())
                                        .brand())
                                .isEqualTo(c.get("brand").asText())));
    }

    @TestFactory
    Stream<DynamicTest> check_digit_of_each_card_is_told() {
        return cards().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.get("pan").asText(),
                        () -> assertThat(Pan.hasCheckDigit(c.get("pan").asText()))
                                .isEqualTo(c.get("luhn_valid").asBoolean())));
    }

    @TestFactory
    Stream<DynamicTest> wrong_numbers_are_refused_and_not_repeated() {
        return wrong().stream()
                .map(number -> DynamicTest.dynamicTest(
                        number,
                        () -> assertThatThrownBy(() -> new Pan(number))
                                .isInstanceOf(Refusal.class)
                                .hasMessageNotContaining(number)));
    }

    private static List<JsonNode> cards() {
        return ReferenceCases.of("codes", c -> c.has("brand") && c.has("luhn_valid"));
    }

    private static List<String> wrong() {
        return ReferenceCases.files("codes").stream()
                .flatMap(file -> Stream.of(file.path("luhn_invalid")))
                .flatMap(numbers -> {
                    List<String> texts = new java.util.ArrayList<>();
                    numbers.forEach(number -> texts.add(number.asText()));
                    return texts.stream();
                })
                .toList();
    }
}
