package io.tillgate.pricing;

import io.tillgate.pricing.FeePlan.RefundTerms;
import io.tillgate.shared.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Pure arithmetic of fees. Everything is exact but the two places named half up. */
public final class FeeCalculation {
    private FeeCalculation() {}

    /** The fee of a captured sale; zero or more. */
    public static Fee ofSale(FeePlan plan, PricedPayment payment) {
        Money amount = payment.amount();
        if (!plan.currency().equals(amount.currency())) {
            throw new IllegalArgumentException(
                    "plan " + plan.name() + " is in " + plan.currency() + ", the payment in " + amount.currency());
        }
        return charge(plan, plan.bandOf(payment).rate(), amount);
    }

    /**
     * The fee of a refund. However a sale is refunded in parts, the parts' shares sum to the share of the whole: each is
     * the difference of two rounded totals, never rounded by itself.
     */
    public static Fee ofRefund(FeePlan plan, RefundedSale sale, Money refund) {
        Money zero = Money.zero(refund.currency());
        if (plan.refunds() == RefundTerms.KEEP_FEE || sale.fee().isZero()) {
            return new Fee(plan.name(), zero, List.of());
        }
        Money after = sale.refundedBefore().plus(refund);
        if (!refund.isPositive() || after.value() > sale.gross().value()) {
            throw new IllegalArgumentException("refund above what is left of the sale");
        }
        long share = shareHalfUp(sale.fee(), after, sale.gross())
                - shareHalfUp(sale.fee(), sale.refundedBefore(), sale.gross());
        Money returned = new Money(-share, refund.currency());
        return returned.isZero()
                ? new Fee(plan.name(), zero, List.of())
                : new Fee(plan.name(), returned, List.of(new FeeLine.ReturnedShare(returned, sale.fee())));
    }

    /**
     * The sale that a refund belongs to.
     *
     * @param fee what the sale was charged
     * @param refundedBefore what earlier refunds gave back of the gross
     */
    public record RefundedSale(Money gross, Money fee, Money refundedBefore) {}

    private static Fee charge(FeePlan plan, FeeRate rate, Money amount) {
        List<FeeLine> lines = new ArrayList<>(4);
        Money percentage = money(amount, millionthsHalfUp(amount.value(), rate.partsPerMillion()));
        if (rate.partsPerMillion() > 0) {
            lines.add(new FeeLine.Percentage(percentage, rate.partsPerMillion(), amount));
        }
        Money perItem = money(amount, rate.perItem());
        if (!perItem.isZero()) {
            lines.add(new FeeLine.PerItem(perItem));
        }
        Money plain = percentage.plus(perItem);
        Money total = bounded(rate, plain);
        if (total.value() > plain.value()) {
            lines.add(new FeeLine.UpToMinimum(total.minus(plain), total));
        } else if (total.value() < plain.value()) {
            lines.add(new FeeLine.DownToCap(total.minus(plain), total));
        }
        return new Fee(plan.name(), total, lines);
    }

    private static Money bounded(FeeRate rate, Money plain) {
        long raised = Math.max(plain.value(), rate.minimum());
        Long cap = rate.cap();
        return money(plain, cap == null ? raised : Math.min(raised, cap));
    }

    private static Money money(Money like, long value) {
        return new Money(value, like.currency());
    }

    /** Half up: 0.5 of a minor unit is charged. */
    static long millionthsHalfUp(long amount, int partsPerMillion) {
        return divideHalfUp(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(partsPerMillion)), FeeRate.WHOLE);
    }

    /** Half up, of amounts that are not negative. */
    private static long shareHalfUp(Money fee, Money part, Money whole) {
        return divideHalfUp(BigInteger.valueOf(fee.value()).multiply(BigInteger.valueOf(part.value())), whole.value());
    }

    static long divideHalfUp(BigInteger dividend, long divisor) {
        BigInteger by = BigInteger.valueOf(divisor);
        return dividend.multiply(BigInteger.TWO)
                .add(by)
                .divide(by.multiply(BigInteger.TWO))
                .longValueExact();
    }
}
