package io.tillgate.settlement.domain;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import java.util.Currency;

/** What becomes of what a run came to for one merchant account. */
public final class Netting {
    private Netting() {}

    /** Sums of one account's items, in the merchant's sign, and how many there are of some kinds. */
    public record Sums(
            int items,
            int salesCount,
            long sales,
            int refundsCount,
            long refunds,
            int voidsCount,
            long voids,
            long fees,
            long chargebacks,
            long reserves,
            long adjustments) {
        public long total() {
            long total = Math.addExact(Math.addExact(sales, refunds), Math.addExact(voids, fees));
            return Math.addExact(total, Math.addExact(Math.addExact(chargebacks, reserves), adjustments));
        }
    }

    /** The account that the sums are of. */
    public record Holder(MerchantAccountId account, MerchantId merchant, Currency currency) {}

    /** Paid out as a whole, or carried as a whole. */
    public record Netted(Holder holder, Sums sums, long carriedIn, boolean isPaid) {
        public long net() {
            return Math.addExact(carriedIn, sums.total());
        }

        public long carriedOut() {
            return isPaid ? 0 : net();
        }
    }

    /**
     * @param carriedIn from the run before, signed
     * @param minimum the smallest payout; at least 1, so that nothing negative or empty is ever paid
     */
    public static Netted net(Holder holder, Sums sums, long carriedIn, long minimum) {
        long net = Math.addExact(carriedIn, sums.total());
        return new Netted(holder, sums, carriedIn, net >= Math.max(1, minimum));
    }
}
