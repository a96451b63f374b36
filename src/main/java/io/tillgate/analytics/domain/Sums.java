package io.tillgate.analytics.domain;

import io.tillgate.analytics.Summary.Rate;
import io.tillgate.analytics.Takings;
import io.tillgate.shared.Money;
import java.util.Collection;
import java.util.Currency;

/** Cells, added up. Amounts in minor units of one currency; the names are those of the columns. */
public record Sums(
        long payments,
        long gross,
        long refunds,
        long refunded,
        long fees,
        long undone,
        long undoneAmount,
        long tried,
        long approved) {
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static Sums of(Collection<Sums> all) {
        return all.stream().reduce(NONE, Sums::plus);
    }

    public Sums plus(Sums more) {
        return new Sums(
                payments + more.payments,
                Math.addExact(gross, more.gross),
                refunds + more.refunds,
                Math.addExact(refunded, more.refunded),
                Math.addExact(fees, more.fees),
                undone + more.undone,
                Math.addExact(undoneAmount, more.undoneAmount),
                tried + more.tried,
                approved + more.approved);
    }

    /** What {@link Takings#net()} is of. */
    public long net() {
        return Math.subtractExact(gross, refunded);
    }

    public Takings takings(Currency currency) {
        return new Takings(
                payments,
                new Money(gross, currency),
                refunds,
                new Money(refunded, currency),
                new Money(fees, currency));
    }

    public Rate rate() {
        return Rate.of(tried, approved);
    }
}
