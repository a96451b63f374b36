package io.tillgate.pricing;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For which payments a band is; null matches all. Of the selectors that match a payment, the one that names more wins;
 * among those that name equally many, scheme counts before card type, then entry mode, then category.
 */
public record FeeSelector(
        @Nullable String scheme,
        @Nullable String card,
        @Nullable String entry,
        @Nullable MccRange mcc) {
    public static final FeeSelector ANY = new FeeSelector(null, null, null, null);

    /** The most specific last. Two selectors that compare equal name the same things. */
    static final Comparator<FeeSelector> BY_PRECEDENCE =
            Comparator.comparingInt(FeeSelector::named).thenComparingInt(FeeSelector::weight);

    public boolean matches(PricedPayment payment) {
        return (scheme == null || scheme.equals(payment.scheme()))
                && (card == null || card.equals(payment.card()))
                && (entry == null || entry.equals(payment.entry()))
                && (mcc == null || mcc.contains(payment.mcc()));
    }

    /** Whether one payment could match both, and neither is the more specific. */
    boolean clashesWith(FeeSelector other) {
        return BY_PRECEDENCE.compare(this, other) == 0
                && Objects.equals(scheme, other.scheme)
                && Objects.equals(card, other.card)
                && Objects.equals(entry, other.entry)
                && (mcc == null || other.mcc == null || mcc.meets(other.mcc));
    }

    private int named() {
        return Integer.bitCount(weight());
    }

    private int weight() {
        return (scheme == null ? 0 : 8) + (card == null ? 0 : 4) + (entry == null ? 0 : 2) + (mcc == null ? 0 : 1);
    }

    @Override
    public String toString() {
        if (weight() == 0) {
            return "any payment";
        }
        return (scheme == null ? "" : "scheme " + scheme + " ")
                .concat(card == null ? "" : "card " + card + " ")
                .concat(entry == null ? "" : "entry " + entry + " ")
                .concat(mcc == null ? "" : "category " + mcc)
                .strip();
    }
}
