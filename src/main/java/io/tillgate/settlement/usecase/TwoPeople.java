package io.tillgate.settlement.usecase;

import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.Signature;
import io.tillgate.shared.Refusal;

/** What one person proposes, another confirms. */
final class TwoPeople {
    private TwoPeople() {}

    /** @param thing as people call it, for example {@code adjustment} */
    static void refuseSame(String thing, Signature proposed, Signature confirming) {
        if (proposed.isOfSamePersonAs(confirming)) {
            throw new Refusal(
                    SettlementProblem.NEEDS_ANOTHER_PERSON,
                    "you proposed this " + thing + ": another person has to confirm it");
        }
    }
}
