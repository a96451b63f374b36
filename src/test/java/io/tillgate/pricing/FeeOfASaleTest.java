package io.tillgate.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a sale costs, and how that is explained. */
class FeeOfASaleTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void percentage_and_per_item_are_added() {
        Fee fee = fee(FeeRate.blended(140, 10), 12_345);

        assertThat(fee.total()).isEqualTo(eur(183));
        assertThat(fee.lines()).extracting(FeeLine::kind).containsExactly("percentage", "per-item");
    }

    @Test
    void half_a_cent_is_rounded_up() {
        assertThat(fee(FeeRate.blended(100, 0), 50).total()).isEqualTo(eur(1));
        assertThat(fee(FeeRate.blended(100, 0), 49).total()).isEqualTo(eur(0));
        assertThat(fee(FeeRate.blended(100, 0), 150).total()).isEqualTo(eur(2));
    }

    @Test
    void a_small_fee_is_raised_to_the_minimum() {
        Fee fee = fee(FeeRate.blended(100, 0).atLeast(25), 1_000);

        assertThat(fee.total()).isEqualTo(eur(25));
        assertThat(fee.lines().getLast()).isEqualTo(new FeeLine.UpToMinimum(eur(15), eur(25)));
    }

    @Test
    void a_large_fee_is_lowered_to_the_cap() {
        Fee fee = fee(FeeRate.blended(100, 5).atMost(150), 1_000_000);

        assertThat(fee.total()).isEqualTo(eur(150));
        assertThat(fee.lines().getLast()).isEqualTo(new FeeLine.DownToCap(eur(-9_855), eur(150)));
    }

    @Test
    void what_costs_nothing_has_no_lines() {
        assertThat(fee(FeeRate.blended(0, 0), 1_000)).isEqualTo(new Fee("flat", eur(0), List.of()));
    }

    @Test
    void the_largest_amount_does_not_overflow() {
        assertThat(fee(FeeRate.blended(10_000, 0), Long.MAX_VALUE).total()).isEqualTo(eur(Long.MAX_VALUE));
    }

    @Test
    void lines_explain_themselves_in_both_languages() {
        FeeLine line = fee(FeeRate.blended(140, 0), 12_345).lines().getFirst();

        assertThat(line.text(Locale.ENGLISH)).isEqualTo("1.4% of 123.45 EUR");
        assertThat(line.text(Locale.SIMPLIFIED_CHINESE)).isEqualTo("123.45 EUR 的 1.4%");
        assertThat(new FeeLine.UpToMinimum(eur(15), eur(25)).text(Locale.GERMAN))
                .isEqualTo("up to the minimum of 0.25 EUR");
        assertThat(new FeeLine.DownToCap(eur(-15), eur(25)).text(Locale.CHINA)).isEqualTo("封顶手续费 0.25 EUR");
    }

    @Test
    void another_currency_has_no_price_here() {
        FeePlan plan = FeePlan.flat("flat", EUR, FeeRate.blended(140, 10));

        assertThatThrownBy(() -> FeeCalculation.ofSale(
                        plan, new PricedPayment(Money.of(100, "CNY"), "visa", "credit", "chip", 5411)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Fee fee(FeeRate rate, long amount) {
        return FeeCalculation.ofSale(
                FeePlan.flat("flat", EUR, rate), new PricedPayment(eur(amount), "visa", "credit", "chip", 5411));
    }

    private static Money eur(long value) {
        return new Money(value, EUR);
    }
}
