package io.tillgate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsingACouponTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void a_good_coupon_has_no_problem() {
        assertThat(coupon(true).problem(2_000, EUR, START)).isEmpty();
        assertThat(coupon(true).problem(2_000, EUR, END.minusMillis(1))).isEmpty();
    }

    @Test
    void validity_ends_just_before_its_end() {
        assertThat(coupon(true).problem(2_000, EUR, START.minusMillis(1))).contains(CatalogueProblem.COUPON_NOT_VALID);
        assertThat(coupon(true).problem(2_000, EUR, END)).contains(CatalogueProblem.COUPON_NOT_VALID);
    }

    @Test
    void a_small_basket_and_a_foreign_currency_are_refused() {
        assertThat(coupon(true).problem(1_999, EUR, START)).contains(CatalogueProblem.COUPON_BASKET_TOO_SMALL);
        assertThat(coupon(true).problem(2_000, Currency.getInstance("CNY"), START))
                .contains(CatalogueProblem.CURRENCY);
    }

    @Test
    void one_switched_off_looks_unknown() {
        assertThat(coupon(false).problem(2_000, EUR, START)).contains(CatalogueProblem.COUPON_UNKNOWN);
    }

    private static CouponTerms coupon(boolean active) {
        return new CouponTerms(
                new UUID(1, 1), "WELCOME-10", new Discount.Percent(1_000), EUR, START, END, 2_000, active);
    }
}
