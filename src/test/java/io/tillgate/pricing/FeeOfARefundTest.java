package io.tillgate.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.pricing.FeeCalculation.RefundedSale;
import io.tillgate.pricing.FeePlan.RefundTerms;
import io.tillgate.shared.Money;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a sale's fee when money goes back. */
class FeeOfARefundTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final RefundedSale SALE = new RefundedSale(eur(10_000), eur(150), eur(0));

    @Test
    void a_plan_that_keeps_fees_gives_nothing_back() {
        assertThat(FeeCalculation.ofRefund(plan(RefundTerms.KEEP_FEE), SALE, eur(10_000))
                        .total())
                .isEqualTo(eur(0));
    }

    @Test
    void a_plan_that_returns_its_share_gives_back_in_proportion() {
        Fee fee = FeeCalculation.ofRefund(plan(RefundTerms.RETURN_SHARE), SALE, eur(4_000));

        assertThat(fee.total()).isEqualTo(eur(-60));
        assertThat(fee.lines()).containsExactly(new FeeLine.ReturnedShare(eur(-60), eur(150)));
    }

    @Test
    void a_refund_above_what_is_left_has_no_fee() {
        RefundedSale partly = new RefundedSale(eur(10_000), eur(150), eur(6_000));

        assertThatThrownBy(() -> FeeCalculation.ofRefund(plan(RefundTerms.RETURN_SHARE), partly, eur(4_001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FeePlan plan(RefundTerms terms) {
        return new FeePlan("p", EUR, terms, List.of(FeeBand.allAmounts(FeeSelector.ANY, FeeRate.blended(150, 0))));
    }

    private static Money eur(long value) {
        return new Money(value, EUR);
    }
}
