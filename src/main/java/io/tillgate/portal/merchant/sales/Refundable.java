package io.tillgate.portal.merchant.sales;

import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import java.time.LocalDate;
import java.util.List;

/**
 * What can still be given back of a sale. The platform decides anew when it is asked; this says what is worth asking.
 *
 * @param parts payments of which something is left, the largest first
 */
record Refundable(Sale sale, List<Part> parts) {
    /** @param left minor units */
    record Part(SalePayment payment, long left) {}

    static Refundable of(Sale sale) {
        return new Refundable(
                sale,
                sale.payments().stream()
                        .filter(payment -> payment.kind() == PaymentKind.SALE
                                && payment.state().equals("approved")
                                && payment.payment() != null)
                        .map(payment -> new Part(payment, left(sale, payment)))
                        .filter(part -> part.left() > 0)
                        .sorted((a, b) -> Long.compare(b.left(), a.left()))
                        .toList());
    }

    long left() {
        return parts.stream().mapToLong(Part::left).sum();
    }

    /** One payment, of this business day, of which nothing went back. */
    boolean mayBeVoided(LocalDate today) {
        return parts.size() == 1
                && sale.businessDate().equals(today)
                && parts.getFirst().left()
                        == parts.getFirst().payment().amounts().approved();
    }

    private static long left(Sale sale, SalePayment payment) {
        long back = sale.payments().stream()
                .filter(each -> each.kind() == PaymentKind.REFUND
                        && payment.payment() != null
                        && payment.payment().equals(each.original()))
                .filter(each -> each.state().equals("approved") || each.state().equals("pending"))
                .mapToLong(each -> Math.max(
                        each.amounts().approved(),
                        each.state().equals("pending") ? each.amounts().asked() : 0))
                .sum();
        return payment.amounts().approved() - back;
    }
}
