package io.tillgate.settlement.domain;

import io.tillgate.settlement.Signature;
import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/** What can happen to a payout. */
public sealed interface PayoutCommand {
    /** The merchant may not be paid any more. */
    record Hold() implements PayoutCommand {}

    /** The merchant may be paid again. */
    record LiftHold() implements PayoutCommand {}

    /** By the first person. */
    record Sign(Signature by) implements PayoutCommand {}

    /** The merchant is paid elsewhere now than the first person saw. */
    record VoidSignature() implements PayoutCommand {}

    /** By the second person. */
    record Release(Signature by) implements PayoutCommand {}

    /** A person does not want it paid: what it held is part of the next run. */
    record Cancel() implements PayoutCommand {}

    /** A person wants it paid again. */
    record Retry() implements PayoutCommand {}

    /** The bank took the file. */
    record Fetch() implements PayoutCommand {}

    /** The bank means to pay. */
    record Accept() implements PayoutCommand {}

    /** The bank will not pay. */
    record Reject() implements PayoutCommand {}

    /**
     * The bank paid.
     *
     * @param reference the bank's own, of its booking; the same in every message that tells of it
     */
    record Book(Money amount, @Nullable String reference) implements PayoutCommand {}

    /** It came back. */
    record Return(Money amount, @Nullable String reference) implements PayoutCommand {}
}
