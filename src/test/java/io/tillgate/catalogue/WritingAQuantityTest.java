package io.tillgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.Refusal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingAQuantityTest {
    @ParameterizedTest
    @CsvSource({
        "-1, QUANTITY_SIGN",
        "+1, QUANTITY_SIGN",
        "-0, QUANTITY_SIGN",
        "-1e3, QUANTITY_SIGN",
        "1e3, QUANTITY_EXPONENT",
        "1E3, QUANTITY_EXPONENT",
        "1.5e-2, QUANTITY_EXPONENT",
        ".5e1, QUANTITY_EXPONENT",
        "'', QUANTITY_MALFORMED",
        "' 1', QUANTITY_MALFORMED",
        "'1 ', QUANTITY_MALFORMED",
        "1., QUANTITY_MALFORMED",
        ".5, QUANTITY_MALFORMED",
        "'1,5', QUANTITY_MALFORMED",
        "0x10, QUANTITY_MALFORMED",
        "NaN, QUANTITY_MALFORMED",
        "１, QUANTITY_MALFORMED",
        "一, QUANTITY_MALFORMED",
        "1.2.3, QUANTITY_MALFORMED",
        "111111111111111111111111111111111111111111, QUANTITY_MALFORMED",
        "1.0000, QUANTITY_PLACES",
        "0.3755, QUANTITY_PLACES",
        "0, QUANTITY_RANGE",
        "0.000, QUANTITY_RANGE",
        "1000000, QUANTITY_RANGE",
        "999999999999, QUANTITY_RANGE"
    })
    void each_mistake_has_its_code(String text, CatalogueProblem problem) {
        assertThat(QuantityText.problem(text, UnitOfSale.WEIGHT)).contains(problem);
        assertThat(QuantityText.problem(text, UnitOfSale.PIECE)).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"1.5", "1.0", "2.000", "0.001"})
    void a_product_sold_by_piece_takes_no_decimals(String text) {
        assertThat(QuantityText.problem(text, UnitOfSale.PIECE)).contains(CatalogueProblem.QUANTITY_NOT_WHOLE);
        assertThat(QuantityText.problem(text, UnitOfSale.VOLUME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2.500, 2.5", "0.375, 0.375", "007, 7", "999999.999, 999999.999", "10, 10", "100.0, 100"})
    void a_good_one_is_written_back_in_its_shortest_form(String text, String shortest) {
        assertThat(QuantityText.of(text, UnitOfSale.WEIGHT).text()).isEqualTo(shortest);
    }

    @Test
    void reading_and_writing_are_inverse() {
        Random random = new Random(20101201);
        for (int i = 0; i < 10_000; i++) {
            QuantityText quantity = new QuantityText(1 + random.nextLong(QuantityText.THOUSANDTHS_MAX));

            assertThat(QuantityText.of(quantity.text(), UnitOfSale.WEIGHT)).isEqualTo(quantity);
        }
    }

    @Test
    void a_bad_one_is_refused_with_its_code() {
        assertThatThrownBy(() -> QuantityText.of("1e3", UnitOfSale.PIECE))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(CatalogueProblem.QUANTITY_EXPONENT));
    }

    @ParameterizedTest
    @CsvSource({"-1500, -1.5", "0, 0", "-1000, -1", "120000, 120"})
    void a_balance_may_be_negative(long thousandths, String text) {
        assertThat(QuantityText.text(thousandths)).isEqualTo(text);
    }
}
