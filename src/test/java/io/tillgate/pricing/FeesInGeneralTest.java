package io.tillgate.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.pricing.FeeCalculation.RefundedSale;
import io.tillgate.pricing.FeePlan.RefundTerms;
import io.tillgate.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every rate and every amount. A failure names its seed; put it into {@code SEED} to see it again. */
class FeesInGeneralTest {
    private static final long SEED = Long.getLong("tillgate.seed", System.nanoTime());
    private static final int CASES = 5_000;
    private static final Currency EUR = Currency.getInstance("EUR");

    private final Random random = new Random(SEED);

    @Test
    void lines_sum_to_the_fee() {
        for (int i = 0; i < CASES; i++) {
            Fee fee = fee(anyRate(), random.nextLong(1, 100_000_000));

            long sum = fee.lines().stream().mapToLong(l -> l.amount().value()).sum();
            assertThat(sum).as("seed %d", SEED).isEqualTo(fee.total().value());
        }
    }

    @Test
    void a_fee_lies_between_minimum_and_cap() {
        for (int i = 0; i < CASES; i++) {
            FeeRate rate = anyRate();
            long total = fee(rate, random.nextLong(1, 100_000_000)).total().value();

            Long cap = rate.cap();
            assertThat(total).as("seed %d, %s", SEED, rate).isGreaterThanOrEqualTo(rate.minimum());
            assertThat(total).as("seed %d, %s", SEED, rate).isLessThanOrEqualTo(cap == null ? Long.MAX_VALUE : cap);
        }
    }

    @Test
    void a_larger_sale_never_costs_less_at_the_same_rate() {
        for (int i = 0; i < CASES; i++) {
            FeeRate rate = anyRate();
            long amount = random.nextLong(1, 100_000_000);
            long more = amount + random.nextLong(0, 10_000);

            assertThat(fee(rate, more).total().value())
                    .as("seed %d, %s, %d and %d", SEED, rate, amount, more)
                    .isGreaterThanOrEqualTo(fee(rate, amount).total().value());
        }
    }

    @Test
    void the_rounded_percentage_is_never_off_by_more_than_half() {
        for (int i = 0; i < CASES; i++) {
            int parts = random.nextInt(0, FeeRate.WHOLE + 1);
            long amount = random.nextLong(1, 1_000_000_000);
            long exact = amount * parts;
            long rounded = fee(new FeeRate(parts, 0, 0, null), amount).total().value();

            assertThat(Math.abs(rounded * FeeRate.WHOLE - exact))
                    .as("seed %d", SEED)
                    .isLessThanOrEqualTo(FeeRate.WHOLE / 2);
        }
    }

    @Test
    void a_sale_refunded_in_any_parts_gives_back_exactly_its_fee() {
        FeePlan plan = new FeePlan(
                "back",
                EUR,
                RefundTerms.RETURN_SHARE,
                List.of(FeeBand.allAmounts(FeeSelector.ANY, FeeRate.blended(177, 13))));
        for (int i = 0; i < CASES; i++) {
            Money gross = eur(random.nextLong(1, 100_000));
            Money fee = fee(FeeRate.blended(177, 13), gross.value()).total();
            Money refunded = eur(0);
            Money back = eur(0);
            while (refunded.value() < gross.value()) {
                Money part = eur(random.nextLong(1, gross.value() - refunded.value() + 1));
                Money returned = FeeCalculation.ofRefund(plan, new RefundedSale(gross, fee, refunded), part)
                        .total();
                assertThat(returned.value()).as("seed %d", SEED).isLessThanOrEqualTo(0);
                back = back.plus(returned);
                refunded = refunded.plus(part);
            }
            assertThat(back).as("seed %d", SEED).isEqualTo(fee.negated());
        }
    }

    private FeeRate anyRate() {
        long minimum = random.nextBoolean() ? 0 : random.nextLong(0, 500);
        Long cap = random.nextBoolean() ? null : minimum + random.nextLong(0, 5_000);
        return new FeeRate(random.nextInt(0, 50_000), random.nextLong(0, 60), minimum, cap);
    }

    private static Fee fee(FeeRate rate, long amount) {
        return FeeCalculation.ofSale(
                FeePlan.flat("flat", EUR, rate), new PricedPayment(eur(amount), "visa", "credit", "chip", 5411));
    }

    private static Money eur(long value) {
        return new Money(value, EUR);
    }
}
