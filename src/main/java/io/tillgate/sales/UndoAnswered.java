package io.tillgate.sales;

import io.tillgate.shared.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * What became of it.
 *
 * @param outcome {@code approved}, {@code declined} or {@code error}
 * @param payment the refund or void itself, for reference
 * @param reason why not, by code
 */
public record UndoAnswered(
        String outcome,
        @Nullable PaymentId payment,
        @Nullable String reason) {
    public boolean isApproved() {
        return outcome.equals("approved");
    }
}
