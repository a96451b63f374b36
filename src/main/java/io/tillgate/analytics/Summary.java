package io.tillgate.analytics;

import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/** A period in a few figures, beside the same weekdays before. */
public record Summary(Measured measured, Period compared, Part now, Part before) {
    /**
     * @param undone payments voided on their day or reversed by the till; in no other figure
     * @param card of the takings, what the acquirer owes before fees
     * @param cash of the takings, what is in the tills
     */
    public record Part(
            Takings takings,
            Baskets baskets,
            Rate approval,
            long undone,
            Money undoneAmount,
            Takings card,
            Takings cash) {}

    /**
     * Sales that were paid in full.
     *
     * @param amount without tips
     * @param average null when there are none; rounded half up to the minor unit
     */
    public record Baskets(
            long count, Money amount, Money tips, @Nullable Money average) {}

    /**
     * Of payments by card that were tried: those refused before anything was recorded are not among them.
     *
     * @param basisPoints approved of tried, hundredths of a percent, half up; null when none was tried
     */
    public record Rate(long tried, long approved, @Nullable Integer basisPoints) {
        public static Rate of(long tried, long approved) {
            return new Rate(
                    tried, approved, tried == 0 ? null : Math.toIntExact((approved * 20_000 + tried) / (2 * tried)));
        }
    }
}
