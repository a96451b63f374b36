package io.tillgate.launcher.replay;

import io.tillgate.launcher.replay.Retail.Article;
import io.tillgate.launcher.replay.Retail.Basket;
import io.tillgate.launcher.replay.Retail.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Three for the price of two: a shop's promotion, in force in the last three days of the replay and after it, on the goods
 * that are bought by threes most.
 *
 * @param skus what it is for
 */
record Bargain(List<String> skus, Instant from) {
    static final int BUY = 3;
    static final int PAY = 2;
    private static final int ARTICLES = 3;
    private static final int DAYS = 3;

    Bargain {
        skus = List.copyOf(skus);
    }

    /** @param opening on the day before the first */
    static Bargain of(Retail retail, String aisle, Instant opening) {
        Map<String, Long> timesByThrees = retail.baskets().stream()
                .filter(basket -> basket.aisle().equals(aisle) && basket.day() > Retail.DAYS - DAYS)
                .map(Basket::lines)
                .flatMap(List::stream)
                .filter(line -> line.quantity() >= BUY)
                .map(Line::article)
                .collect(Collectors.groupingBy(Article::code, Collectors.counting()));
        List<String> most = timesByThrees.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ARTICLES)
                .map(Map.Entry::getKey)
                .toList();
        return new Bargain(most, opening.plus(Duration.ofDays(Retail.DAYS - DAYS + 1)));
    }

    /** What a line costs less, minor units. */
    long off(Line line, Instant at) {
        boolean inForce = !at.isBefore(from) && skus.contains(line.article().code());
        return inForce
                ? (long) (BUY - PAY) * (line.quantity() / BUY) * line.article().price()
                : 0;
    }
}
