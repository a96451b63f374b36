package io.tillgate.analytics.domain;

import io.tillgate.analytics.Summary.Baskets;
import io.tillgate.analytics.Summary.Part;
import io.tillgate.shared.Money;
import java.util.Currency;
import java.util.Map;

/** One side of a summary. */
public final class Parts {
    private static final String CASH = "cash";

    private Parts() {}

    /** Sales that stand. */
    public record Basket(long baskets, long amount, long tips) {
        public static final Basket NONE = new Basket(0, 0, 0);
    }

    public static Part of(Map<String, Sums> byMethod, Basket sold, Currency currency) {
        Sums all = Sums.of(byMethod.values());
        Sums cash = byMethod.getOrDefault(CASH, Sums.NONE);
        Sums card = Sums.of(byMethod.entrySet().stream()
                .filter(method -> !method.getKey().equals(CASH))
                .map(Map.Entry::getValue)
                .toList());
        return new Part(
                all.takings(currency),
                baskets(sold, currency),
                all.rate(),
                all.undone(),
                new Money(all.undoneAmount(), currency),
                card.takings(currency),
                cash.takings(currency));
    }

    /** The average is rounded half up. */
    private static Baskets baskets(Basket sold, Currency currency) {
        long count = sold.baskets();
        return new Baskets(
                count,
                new Money(sold.amount(), currency),
                new Money(sold.tips(), currency),
                count == 0 ? null : new Money((2 * sold.amount() + count) / (2 * count), currency));
    }
}
