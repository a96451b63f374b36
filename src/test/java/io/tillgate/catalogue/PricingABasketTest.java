package io.tillgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.catalogue.RetailLines.RetailLine;
import io.tillgate.shared.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingABasketTest {
    @ParameterizedTest
    @CsvSource({
        "2, 1050, 100, 2000",
        "0.375, 1299, 0, 487",
        "0.005, 100, 0, 1",
        "0.004, 100, 0, 0",
        "0.5, 1, 0, 1",
        "0.499, 1, 0, 0",
        "3, 0, 0, 0",
        "1, 100, 100, 0",
        "999999.999, 1000000000000, 0, 999999999000000000"
    })
    void a_line_is_quantity_times_price_half_up_less_discount(String quantity, long price, long discount, long total) {
        assertThat(BasketPricing.lineTotal(weight(quantity), price, discount)).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100, 101, DISCOUNT_RANGE",
        "1, 100, -1, DISCOUNT_RANGE",
        "1, -1, 0, PRICE_RANGE",
        "1, 1000000000001, 0, PRICE_RANGE"
    })
    void what_makes_no_sense_is_refused(String quantity, long price, long discount, CatalogueProblem problem) {
        assertThatThrownBy(() -> BasketPricing.lineTotal(weight(quantity), price, discount))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(problem));
    }

    @Test
    void real_lines_of_a_shop_cost_exactly_quantity_times_price() {
        List<RetailLine> sold =
                RetailLines.all().stream().filter(RetailLine::isSold).toList();

        assertThat(sold).hasSizeGreaterThan(300);
        for (RetailLine line : sold) {
            QuantityText quantity = QuantityText.of(line.quantity(), UnitOfSale.PIECE);
            assertThat(BasketPricing.lineTotal(quantity, line.unitPrice(), 0))
                    .isEqualTo(Long.parseLong(line.quantity()) * line.unitPrice());
        }
    }

    @Test
    void cancelled_lines_are_refused_as_sales() {
        List<RetailLine> cancelled = RetailLines.all().stream()
                .filter(line -> line.quantity().startsWith("-"))
                .toList();

        assertThat(cancelled)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(QuantityText.problem(line.quantity(), UnitOfSale.PIECE))
                        .contains(CatalogueProblem.QUANTITY_SIGN));
    }

    @Test
    void a_discount_never_turns_a_real_basket_negative_nor_makes_it_dearer() {
        Random random = new Random(541909);
        Map<String, List<Long>> baskets = new LinkedHashMap<>();
        for (RetailLine line : RetailLines.all()) {
            if (line.isSold()) {
                long total = BasketPricing.lineTotal(
                        QuantityText.of(line.quantity(), UnitOfSale.PIECE), line.unitPrice(), 0);
                baskets.computeIfAbsent(line.invoice(), invoice -> new ArrayList<>())
                        .add(total);
            }
        }

        for (List<Long> basket : baskets.values()) {
            long full = BasketPricing.total(basket, 0);
            Discount percent = new Discount.Percent(1 + random.nextInt(10_000));
            Discount amount = new Discount.Amount(1 + random.nextLong(100_000));
            assertThat(BasketPricing.total(basket, percent.off(full))).isBetween(0L, full);
            assertThat(BasketPricing.total(basket, amount.off(full))).isBetween(0L, full);
        }
    }

    @Test
    void weighed_lines_agree_with_integer_arithmetic() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            QuantityText quantity = new QuantityText(1 + random.nextLong(QuantityText.THOUSANDTHS_MAX));
            long price = random.nextLong(BasketPricing.UNIT_PRICE_MAX + 1);

            BigInteger expected = BigInteger.valueOf(quantity.thousandths())
                    .multiply(BigInteger.valueOf(price))
                    .add(BigInteger.valueOf(500))
                    .divide(BigInteger.valueOf(1000));
            assertThat(BasketPricing.gross(quantity, price)).isEqualTo(expected.longValueExact());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 999, 100",
        "1250, 999, 125",
        "5000, 1, 1",
        "4999, 1, 0",
        "10000, 777, 777",
        "1, 4999, 0",
        "1, 5000, 1"
    })
    void a_percentage_is_rounded_half_up(int basisPoints, long amount, long off) {
        assertThat(new Discount.Percent(basisPoints).off(amount)).isEqualTo(off);
        assertThat(new BigDecimal(off)
                        .subtract(new BigDecimal(amount).multiply(BigDecimal.valueOf(basisPoints, 4)))
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    @Test
    void an_amount_takes_off_at_most_everything() {
        assertThat(new Discount.Amount(500).off(300)).isEqualTo(300);
        assertThat(new Discount.Amount(500).off(800)).isEqualTo(500);
    }

    private static QuantityText weight(String text) {
        return QuantityText.of(text, UnitOfSale.WEIGHT);
    }
}
