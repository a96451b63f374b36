package io.tillgate.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.pricing.FeePlan.RefundTerms;
import io.tillgate.shared.Money;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which price lists can be used, and which of their bands applies. */
class PriceListTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final FeeRate RATE = FeeRate.blended(140, 10);
    private static final FeeSelector VISA = new FeeSelector("visa", null, null, null);
    private static final FeeSelector MANUAL = new FeeSelector(null, null, "manual", null);
    private static final FeeBand REST = FeeBand.allAmounts(FeeSelector.ANY, RATE);

    @Test
    void bands_that_overlap_are_refused_with_both_named() {
        assertThatThrownBy(() -> plan(REST, band(VISA, 0, 5_000L), band(VISA, 4_999, null)))
                .isInstanceOf(FeePlanMistake.class)
                .hasMessageContaining("scheme visa from 0 to below 5000")
                .hasMessageContaining("scheme visa from 4999 up");
    }

    @Test
    void bands_that_touch_do_not_overlap() {
        FeePlan plan = plan(REST, band(VISA, 0, 5_000L), band(VISA, 5_000, null));

        assertThat(plan.bandOf(visa(4_999)).from()).isZero();
        assertThat(plan.bandOf(visa(5_000)).from()).isEqualTo(5_000);
    }

    @Test
    void categories_that_meet_overlap() {
        FeeSelector food = new FeeSelector(null, null, null, MccRange.parse("5400-5499"));
        FeeSelector grocer = new FeeSelector(null, null, null, MccRange.parse("5411"));

        assertThatThrownBy(() -> plan(REST, FeeBand.allAmounts(food, RATE), FeeBand.allAmounts(grocer, RATE)))
                .isInstanceOf(FeePlanMistake.class);
    }

    @Test
    void a_plan_without_a_price_for_any_payment_is_refused() {
        assertThatThrownBy(() -> plan(FeeBand.allAmounts(VISA, RATE))).hasMessageContaining("from 0 up");
        assertThatThrownBy(() -> plan(band(FeeSelector.ANY, 0, 100L), band(FeeSelector.ANY, 101, null)))
                .hasMessageContaining("from 100 up");
        assertThatThrownBy(() -> plan(band(FeeSelector.ANY, 0, 100L))).hasMessageContaining("from 100 up");
    }

    @Test
    void the_band_that_names_more_wins() {
        FeeSelector visaManual = new FeeSelector("visa", null, "manual", null);
        FeePlan plan = plan(REST, all(VISA), all(MANUAL), all(visaManual));

        assertThat(plan.bandOf(payment("visa", "manual")).selector()).isEqualTo(visaManual);
        assertThat(plan.bandOf(payment("visa", "chip")).selector()).isEqualTo(VISA);
        assertThat(plan.bandOf(payment("amex", "chip")).selector()).isEqualTo(FeeSelector.ANY);
    }

    @Test
    void among_bands_that_name_equally_many_the_scheme_counts_first() {
        assertThat(plan(REST, all(MANUAL), all(VISA))
                        .bandOf(payment("visa", "manual"))
                        .selector())
                .isEqualTo(VISA);
    }

    @Test
    void a_gap_in_a_special_band_falls_back_to_the_general_price() {
        FeePlan plan = plan(REST, band(VISA, 0, 1_000L));

        assertThat(plan.bandOf(visa(1_000)).selector()).isEqualTo(FeeSelector.ANY);
    }

    @Test
    void rates_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new FeeRate(-1, 0, 0, null)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> new FeeRate(1_000_001, 0, 0, null)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> new FeeRate(0, -1, 0, null)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> new FeeRate(0, 0, 10, 9L)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> new FeeBand(FeeSelector.ANY, 5, 5L, RATE)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> new FeeBand(FeeSelector.ANY, -5, 5L, RATE)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> MccRange.parse("54")).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> MccRange.parse("5499-5400")).isInstanceOf(FeePlanMistake.class);
    }

    private static FeePlan plan(FeeBand... bands) {
        return new FeePlan("test", EUR, RefundTerms.KEEP_FEE, List.of(bands));
    }

    private static FeeBand all(FeeSelector selector) {
        return FeeBand.allAmounts(selector, RATE);
    }

    private static FeeBand band(FeeSelector selector, long from, @org.jspecify.annotations.Nullable Long to) {
        return new FeeBand(selector, from, to, RATE);
    }

    private static PricedPayment visa(long amount) {
        return new PricedPayment(new Money(amount, EUR), "visa", "credit", "chip", 5411);
    }

    private static PricedPayment payment(String scheme, String entry) {
        return new PricedPayment(new Money(100, EUR), scheme, "credit", entry, 5411);
    }
}
