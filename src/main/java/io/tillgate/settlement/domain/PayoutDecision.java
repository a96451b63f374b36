package io.tillgate.settlement.domain;

import io.tillgate.settlement.SettlementProblem;

/** What follows from a command. */
public sealed interface PayoutDecision {
    /** The attempt is in this state from now on, and this is booked. */
    record Become(Payout next, Movement movement) implements PayoutDecision {}

    /** This attempt stays as it ended; the payout goes on with another. */
    record NewAttempt() implements PayoutDecision {}

    /** It was so already: nothing is written. */
    record Unchanged() implements PayoutDecision {}

    record Refuse(SettlementProblem problem, String detail) implements PayoutDecision {}

    /** How money moves through the book. */
    enum Movement {
        NONE,
        PAYABLE_TO_CLEARING,
        CLEARING_TO_PAYABLE,
        CLEARING_TO_BANK,
        BANK_TO_PAYABLE
    }
}
