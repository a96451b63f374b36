package io.tillgate.settlement.domain;

import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.shared.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** A funding, and what its host may call its cost. */
    public record Match(FundingView funding, Money cost) {}

    /**
     * Which of the open fundings money is for: the one that its text names. Money that names none is a person's to
     * assign, however well its amount fits: it may be anybody's.
     */
    public static Optional<Match> match(List<FundingView> open, Money received, @Nullable String text, int costMax) {
        return open.stream()
                .filter(funding -> text != null && SettlementIds.names(text, funding.reference()))
                .findFirst()
                .flatMap(funding -> accepted(funding, received, costMax));
    }

    /** Which of those that a person noted the bank tells of now: the one that its text names, of the same amount. */
    public static Optional<FundingView> noted(List<FundingView> byHand, Money received, @Nullable String text) {
        return byHand.stream()
                .filter(funding -> received.equals(funding.received()))
                .filter(funding -> text != null && SettlementIds.names(text, funding.reference()))
                .findFirst();
    }

    private static Optional<Match> accepted(FundingView funding, Money received, int costMax) {
        return switch (decide(funding.expected(), received, costMax)) {
            case Answer.Accept accept -> Optional.of(new Match(funding, accept.cost()));
            case Answer.Refuse ignored -> Optional.empty();
        };
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
