package io.tillgate.settlement.domain;

import io.tillgate.settlement.SettlementProblem;
import io.tillgate.shared.Money;

/** What may be called a card host's cost: what it paid less, and no more of it than agreed. */
public final class FundingPolicy {
    private static final long HUNDRED_PERCENT = 10_000;

    private FundingPolicy() {}

    /** What follows from money that came. */
    public sealed interface Answer {
        /** It closes the funding; the rest stays with host and schemes. */
        record Accept(Money cost) implements Answer {}

        record Refuse(SettlementProblem problem, String detail) implements Answer {}
    }

    /**
     * @param expected what was owed; negative when refunds were more than sales
     * @param costMax in hundredths of a percent of what was owed, rounded down
     */
    public static Answer decide(Money expected, Money received, int costMax) {
        if (!received.currency().equals(expected.currency())) {
            return differs(expected, received);
        }
        Money cost = expected.minus(received);
        long most = Math.multiplyExact(Math.abs(expected.value()), costMax) / HUNDRED_PERCENT;
        return cost.value() < 0 || cost.value() > most ? differs(expected, received) : new Answer.Accept(cost);
    }

    private static Answer differs(Money expected, Money received) {
        return new Answer.Refuse(
                SettlementProblem.FUNDING_DIFFERS,
                "owed were " + expected.value() + " " + expected.currency().getCurrencyCode() + ", received "
                        + received.value() + " " + received.currency().getCurrencyCode());
    }
}
