package io.tillgate.payments.domain;

import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentProblem;
import org.jspecify.annotations.Nullable;

/** What a command makes of a payment. */
public sealed interface Decision {
    /**
     * @param outcome the final answer of an armed payment; null for later commands
     * @param owed what the host is owed from now on
     */
    record Become(Payment state, @Nullable Outcome outcome, Duty owed) implements Decision {}

    /** Nothing to do: it is so already. */
    record Unchanged(Payment state) implements Decision {}

    record Refuse(PaymentProblem problem, String detail) implements Decision {}
}
