package io.tillgate.pricing;

import io.tillgate.pricing.MonthlyFeeLine.OfMonth;
import io.tillgate.pricing.MonthlyFeeLine.ToTier;
import io.tillgate.pricing.MonthlyFeeLine.UpToMonthlyMinimum;
import io.tillgate.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an account pays by the month. Pure; the places that round are {@link OpenMonth#share} and {@link VolumeTier#charge}. */
public final class MonthlyFees {
    private MonthlyFees() {}

    /** The monthly fee, for the days that the account is open; empty when there is nothing to pay. */
    public static Optional<MonthlyFeeLine> inAdvance(FeePlan plan, OpenMonth month) {
        Money whole = new Money(plan.monthly().fee(), plan.currency());
        Money due = new Money(month.share(whole.value()), plan.currency());
        return due.isZero() ? Optional.empty() : Optional.of(new OfMonth(due, month, whole));
    }

    /**
     * What a month that is over is trued up by: first to the tier that its volume reached, then to the minimum. What was
     * charged and these lines together are what the list gives for the month as a whole.
     *
     * @param isOpen an account that was closed meanwhile owes no minimum
     */
    public static List<MonthlyFeeLine> inArrears(FeePlan plan, OpenMonth month, MonthVolume volume, boolean isOpen) {
        List<MonthlyFeeLine> lines = new ArrayList<>(2);
        Money charged = volume.charged();
        Optional<MonthlyFeeLine> tier = toTier(plan, month, volume);
        if (tier.isPresent()) {
            lines.add(tier.get());
            charged = charged.plus(tier.get().amount());
        }
        Money minimum = new Money(month.share(plan.monthly().minimum()), plan.currency());
        if (isOpen && charged.value() < minimum.value()) {
            Money whole = new Money(plan.monthly().minimum(), plan.currency());
            lines.add(new UpToMonthlyMinimum(minimum.minus(charged), month, whole, charged));
        }
        return lines;
    }

    private static Optional<MonthlyFeeLine> toTier(FeePlan plan, OpenMonth month, MonthVolume volume) {
        return plan.monthly().reached(volume.gross().value()).flatMap(tier -> {
            Money whole = new Money(tier.charge(volume.gross().value(), volume.payments()), plan.currency());
            Money difference = whole.minus(volume.charged());
            return difference.isZero() ? Optional.empty() : Optional.of(new ToTier(difference, month, tier, volume));
        });
    }
}
