package io.tillgate.payments.domain;

import io.tillgate.payments.Outcome;
import io.tillgate.shared.Money;
import java.time.LocalDate;

/** What can happen to a payment. */
public sealed interface PaymentCommand {
    record HostApproved(Outcome.Approved approval) implements PaymentCommand {}

    record HostDeclined(Outcome.Declined refusal) implements PaymentCommand {}

    /** The message provably never left. */
    record NeverSent() implements PaymentCommand {}

    /** It left, and no readable answer came in time; or its owner died. */
    record NoAnswer() implements PaymentCommand {}

    record GiveBack(Money amount) implements PaymentCommand {}

    record Cancel(LocalDate today) implements PaymentCommand {}

    record Reverse() implements PaymentCommand {}
}
