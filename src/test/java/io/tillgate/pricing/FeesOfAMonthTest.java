package io.tillgate.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.pricing.FeePlan.RefundTerms;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an account pays by the month. A failure names its seed; hand it in as {@code tillgate.seed} to see it again. */
class FeesOfAMonthTest {
    private static final long SEED = Long.getLong("tillgate.seed", System.nanoTime());
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final OpenMonth WHOLE = new OpenMonth(NOVEMBER, 30);

    @Test
    void the_monthly_fee_is_charged_in_advance() {
        MonthlyFeeLine line = MonthlyFees.inAdvance(plan(1_500, 0), WHOLE).orElseThrow();

        assertThat(line.amount()).isEqualTo(eur(1_500));
        assertThat(line.text(Locale.ENGLISH)).isEqualTo("Monthly fee for 2026-11");
        assertThat(MonthlyFees.inAdvance(plan(0, 900), WHOLE)).isEmpty();
    }

    @Test
    void who_joins_in_the_middle_of_a_month_pays_for_the_days_that_are_left() {
        OpenMonth open = OpenMonth.of(NOVEMBER, LocalDate.of(2026, 11, 22));

        MonthlyFeeLine fee = MonthlyFees.inAdvance(plan(1_500, 0), open).orElseThrow();
        MonthlyFeeLine minimum = MonthlyFees.inArrears(plan(0, 1_000), open, volume(0, 0, 0), true)
                .getFirst();

        assertThat(fee.amount()).isEqualTo(eur(450));
        assertThat(fee.text(Locale.ENGLISH)).isEqualTo("Monthly fee for 2026-11: 9 of 30 days of 15.00 EUR");
        assertThat(fee.text(Locale.CHINESE)).isEqualTo("2026-11 月费：15.00 EUR × 9/30 天");
        assertThat(minimum.amount()).isEqualTo(eur(300));
        assertThat(minimum.text(Locale.ENGLISH))
                .isEqualTo("Up to the minimum of 10.00 EUR for 2026-11, 9 of 30 days; charged were 0.00 EUR");
    }

    @Test
    void who_joins_later_pays_nothing_for_the_month() {
        OpenMonth before = OpenMonth.of(NOVEMBER, LocalDate.of(2026, 12, 1));

        assertThat(before.days()).isZero();
        assertThat(MonthlyFees.inAdvance(plan(1_500, 0), before)).isEmpty();
        assertThat(MonthlyFees.inArrears(plan(0, 1_000), before, volume(0, 0, 0), true))
                .isEmpty();
        assertThat(OpenMonth.of(NOVEMBER, LocalDate.of(2026, 1, 31)).isWhole()).isTrue();
    }

    @Test
    void the_minimum_is_the_shortfall_and_nothing_when_there_is_none() {
        FeePlan plan = plan(0, 1_000);

        assertThat(MonthlyFees.inArrears(plan, WHOLE, volume(50_000, 9, 730), true))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isEqualTo(eur(270));
                    assertThat(line.text(Locale.ENGLISH))
                            .isEqualTo("Up to the minimum of 10.00 EUR for 2026-11; charged were 7.30 EUR");
                    assertThat(line.text(Locale.CHINESE)).isEqualTo("2026-11 补足至每月最低手续费 10.00 EUR；已收 7.30 EUR");
                });
        assertThat(MonthlyFees.inArrears(plan, WHOLE, volume(90_000, 9, 1_000), true))
                .isEmpty();
        assertThat(MonthlyFees.inArrears(plan, WHOLE, volume(0, 0, 0), false))
                .as("closed")
                .isEmpty();
    }

    @Test
    void the_tier_that_a_month_reached_prices_all_of_it() {
        FeePlan plan = plan(0, 0, new VolumeTier(100_000, 10_000, 0), new VolumeTier(500_000, 8_000, 5));

        assertThat(MonthlyFees.inArrears(plan, WHOLE, volume(99_999, 10, 1_400), true))
                .as("below the first tier")
                .isEmpty();
        assertThat(MonthlyFees.inArrears(plan, WHOLE, volume(100_000, 10, 1_400), true))
                .singleElement()
                .extracting(FeeLine::amount)
                .isEqualTo(eur(-400));
        assertThat(MonthlyFees.inArrears(plan, WHOLE, volume(600_000, 40, 8_800), true))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isEqualTo(eur(4_800 + 200 - 8_800));
                    assertThat(line.text(Locale.ENGLISH))
                            .isEqualTo("Volume of 2026-11: 6000.00 EUR in 40 payments is in the tier from 5000.00 EUR"
                                    + " (0.8% + 0.05 EUR each) and costs 50.00 EUR; charged were 88.00 EUR");
                });
    }

    @Test
    void the_minimum_counts_what_the_tier_gave_back() {
        FeePlan plan = plan(0, 1_200, new VolumeTier(100_000, 10_000, 0));

        List<MonthlyFeeLine> lines = MonthlyFees.inArrears(plan, WHOLE, volume(100_000, 10, 1_400), true);

        assertThat(lines).extracting(line -> line.amount().value()).containsExactly(-400L, 200L);
    }

    @Test
    void what_was_charged_and_trued_up_is_the_list_applied_to_the_whole_month() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            FeePlan plan = anyPlan(random);
            int opened = random.nextInt(1, 31);
            OpenMonth open = OpenMonth.of(NOVEMBER, NOVEMBER.atDay(opened));
            long gross = 0;
            long count = 0;
            long charged = 0;
            for (int sale = random.nextInt(0, 80); sale > 0; sale--) {
                long amount = random.nextLong(1, 100_000);
                gross += amount;
                count++;
                charged += FeeCalculation.ofSale(plan, new PricedPayment(eur(amount), "visa", "unknown", "chip", 5411))
                        .total()
                        .value();
            }

            long all = charged
                    + MonthlyFees.inArrears(plan, open, volume(gross, count, charged), true).stream()
                            .mapToLong(line -> line.amount().value())
                            .sum();

            assertThat(all)
                    .as("seed %d, case %d, %s", SEED, i, plan.monthly())
                    .isEqualTo(expected(plan, 31 - opened, gross, count, charged));
        }
    }

    /** The list in plain decimals. */
    private static long expected(FeePlan plan, int days, long gross, long count, long charged) {
        long fees = charged;
        for (VolumeTier tier : plan.monthly().tiers()) {
            if (gross >= tier.from()) {
                fees = BigDecimal.valueOf(gross)
                                .multiply(BigDecimal.valueOf(tier.partsPerMillion(), 6))
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact()
                        + count * tier.perItem();
            }
        }
        long minimum = BigDecimal.valueOf(plan.monthly().minimum() * days)
                .divide(BigDecimal.valueOf(30), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Math.max(fees, minimum);
    }

    @Test
    void terms_that_cannot_be_meant_are_refused() {
        assertThatThrownBy(() -> plan(-1, 0)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> plan(0, 0, new VolumeTier(500, 1, 0), new VolumeTier(500, 1, 0)))
                .isInstanceOf(FeePlanMistake.class)
                .hasMessageContaining("above the one before it");
        assertThatThrownBy(() -> new VolumeTier(0, 1, 0)).isInstanceOf(FeePlanMistake.class);
        assertThatThrownBy(() -> new VolumeTier(1, 1_000_001, 0)).isInstanceOf(FeePlanMistake.class);
    }

    private static FeePlan anyPlan(Random random) {
        List<VolumeTier> tiers = new ArrayList<>();
        long from = 0;
        for (int i = random.nextInt(0, 4); i > 0; i--) {
            from += random.nextLong(1, 2_000_000);
            tiers.add(new VolumeTier(from, random.nextInt(0, 30_000), random.nextLong(0, 20)));
        }
        return plan(0, random.nextLong(0, 60_000), tiers.toArray(VolumeTier[]::new));
    }

    private static FeePlan plan(long fee, long minimum, VolumeTier... tiers) {
        return new FeePlan(
                "test",
                EUR,
                RefundTerms.KEEP_FEE,
                List.of(FeeBand.allAmounts(FeeSelector.ANY, FeeRate.blended(140, 10))),
                new MonthlyTerms(fee, minimum, List.of(tiers)));
    }

    private static MonthVolume volume(long gross, long payments, long charged) {
        return new MonthVolume(eur(gross), payments, eur(charged));
    }

    private static Money eur(long value) {
        return new Money(value, EUR);
    }
}
