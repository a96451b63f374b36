package io.tillgate.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.SalePayment.Amounts;
import io.tillgate.sales.SalePayment.Answered;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingTheReceiptOfASaleTest {
    private static final SalePayment DECLINED = payment(1, PaymentKind.SALE, "declined", 0);
    private static final SalePayment REVERSED = payment(2, PaymentKind.SALE, "reversed", 2598);
    private static final SalePayment APPROVED = payment(3, PaymentKind.SALE, "approved", 2598);
    private static final SalePayment LATER = payment(4, PaymentKind.SALE, "approved", 1000);
    private static final SalePayment REFUND = payment(5, PaymentKind.REFUND, "approved", 100);

    @Test
    void it_is_that_of_the_first_tender_that_stands_whatever_came_before_and_after() {
        assertThat(sale(DECLINED, REVERSED, APPROVED, LATER, REFUND).first()).contains(APPROVED);
    }

    @Test
    void of_a_sale_that_was_taken_back_it_is_that_of_the_tender_that_was() {
        assertThat(sale(DECLINED, REVERSED, DECLINED).first()).contains(REVERSED);
    }

    @Test
    void of_a_sale_never_paid_it_is_that_of_the_last_attempt() {
        SalePayment second = payment(6, PaymentKind.SALE, "not-taken", 0);

        assertThat(sale(DECLINED, second).first()).contains(second);
    }

    private static Sale sale(SalePayment... payments) {
        return Sold.sale(SaleState.OPEN, Sale.Progress.NONE, List.of(payments), null);
    }

    private static SalePayment payment(int number, PaymentKind kind, String state, long approved) {
        return new SalePayment(
                new UUID(6, number),
                Sold.PAYMENT,
                kind,
                "cash",
                state,
                new Amounts(2598, 0, approved, null),
                null,
                Answered.NOTHING,
                null,
                List.of(),
                Sold.AT);
    }
}
