package io.tillgate.risk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why a decision is what it is: enough to explain it and to try another rule on it.
 *
 * @param counters by name, before this payment
 * @param listed for each fact (by its name in rules) the lists that hold its value
 * @param fired every rule that fired, in the policy's order
 * @param tookNanos evaluation alone, without the read
 */
public record RiskEvidence(
        RiskFacts facts,
        Map<String, Long> counters,
        Map<String, Set<String>> listed,
        List<Fired> fired,
        Instant at,
        long tookNanos) {
    public RiskEvidence {
        counters = Map.copyOf(counters);
        listed = Map.copyOf(listed);
        fired = List.copyOf(fired);
    }

    /** The highest score of the rules that fired; 0 when none did. */
    public int score() {
        return fired.stream().mapToInt(Fired::score).max().orElse(0);
    }

    /** One rule that fired. {@code reason} is for the risk analyst. */
    public record Fired(String rule, RiskPolicy.Action action, String reason, int score) {}
}
