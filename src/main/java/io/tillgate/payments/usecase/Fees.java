package io.tillgate.payments.usecase;

import io.tillgate.payments.PaymentView;
import io.tillgate.payments.usecase.Concluding.Concluded;
import io.tillgate.pricing.FeeCalculation;
import io.tillgate.pricing.FeeCalculation.RefundedSale;
import io.tillgate.pricing.FeePlan;
import io.tillgate.pricing.PriceLists;
import io.tillgate.pricing.PricedPayment;
import io.tillgate.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a payment costs its merchant: minor units, positive is charged, negative given back. */
@ApplicationScoped
class Fees {
    private final PriceLists lists;

    Fees(PriceLists lists) {
        this.lists = lists;
    }

    long of(Concluded concluded, Money approved) {
        PaymentView payment = concluded.payment();
        if (!payment.tender().equals("card") || !approved.isPositive()) {
            return 0;
        }
        Optional<FeePlan> plan =
                concluded.feePlan().flatMap(name -> lists.plan(payment.place().tenant(), name));
        return plan.map(list -> switch (payment.kind()) {
                    case SALE -> ofSale(list, concluded, approved);
                    case REFUND ->
                        concluded
                                .original()
                                .map(sale -> ofRefund(list, sale, approved))
                                .orElse(0L);
                    case VOID, TEST -> 0L;
                })
                .orElse(0L);
    }

    private static long ofSale(FeePlan plan, Concluded concluded, Money approved) {
        PaymentView.CardShown card = concluded.payment().card();
        String scheme = card == null || card.scheme() == null ? "other" : card.scheme();
        String entry = card == null || card.entry() == null ? "manual" : card.entry();
        return FeeCalculation.ofSale(
                        plan,
                        new PricedPayment(
                                approved, scheme, PricedPayment.UNKNOWN_CARD, entry, Integer.parseInt(concluded.mcc())))
                .total()
                .value();
    }

    private static long ofRefund(FeePlan plan, PaymentView sale, Money refund) {
        var currency = refund.currency();
        RefundedSale refunded = new RefundedSale(
                new Money(sale.progress().approved(), currency),
                new Money(sale.progress().fee(), currency),
                new Money(sale.progress().refunded() + sale.progress().refundPending(), currency));
        return FeeCalculation.ofRefund(plan, refunded, refund).total().value();
    }
}
