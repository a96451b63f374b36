package io.tillgate.portal.merchant.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivingBackAnAmountTest {
    private static final Money LEFT = Money.of(2_000_00, "EUR");

    @Test
    void an_amount_is_what_was_written() {
        assertThat(RefundViews.amount("12,50", LEFT)).isEqualTo(Money.of(12_50, "EUR"));
        assertThat(RefundViews.amount("€ 2 000", LEFT)).isEqualTo(LEFT);
    }

    /** Among them a thousand and more to one reader that is little more than one to the next. */
    @ParameterizedTest
    @ValueSource(strings = {"1,250", "1.250", "2000.01", "0", "-1", "", "some"})
    void what_is_no_amount_that_is_left_is_a_mistake_at_its_field(String text) {
        assertThat(catchThrowableOfType(Refusal.class, () -> RefundViews.amount(text, LEFT))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("/amount");
    }
}
