package io.tillgate.analytics.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Spreads a discount on the whole basket over its lines, so that the lines add up to what was paid for goods. */
public final class BasketShares {
    private BasketShares() {}

    /**
     * What each line comes to. Shares are in proportion, rounded down; the minor units left over go to the lines that lost
     * the largest fractions, the first ones first.
     *
     * @param totals of the lines, none negative
     * @param discount at most their sum
     */
    public static List<Long> net(List<Long> totals, long discount) {
        long sum = totals.stream().mapToLong(Long::longValue).sum();
        if (discount == 0 || sum == 0) {
            return List.copyOf(totals);
        }
        List<BigInteger[]> shares = totals.stream()
                .map(total -> BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(discount))
                        .divideAndRemainder(BigInteger.valueOf(sum)))
                .toList();
        long left = discount
                - shares.stream().mapToLong(share -> share[0].longValueExact()).sum();
        List<Integer> byFraction = IntStream.range(0, totals.size())
                .boxed()
                .sorted(Comparator.comparing((Integer line) -> shares.get(line)[1])
                        .reversed())
                .toList();
        List<Long> net = new ArrayList<>();
        for (int line = 0; line < totals.size(); line++) {
            long more = byFraction.indexOf(line) < left ? 1 : 0;
            net.add(totals.get(line) - shares.get(line)[0].longValueExact() - more);
        }
        return List.copyOf(net);
    }
}
