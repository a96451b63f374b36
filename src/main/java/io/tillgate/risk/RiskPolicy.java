package io.tillgate.risk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A tenant's rules against fraud. Names are unique within their kind. */
public record RiskPolicy(List<Counter> counters, List<ValueList> lists, List<Rule> rules) {
    /** With as many, a decision still takes less than two milliseconds. */
    public static final int RULES_MAX = 200;

    public static final int COUNTERS_MAX = 20;

    /** Nothing refused, nothing reviewed, but for the built-in lists. */
    public static final RiskPolicy EMPTY = new RiskPolicy(List.of(), List.of(), List.of());

    public RiskPolicy {
        counters = List.copyOf(counters);
        lists = List.copyOf(lists);
        rules = List.copyOf(rules);
        requireFew("rules", rules.size(), RULES_MAX);
        requireFew("counters", counters.size(), COUNTERS_MAX);
        requireUnique("rule", rules.stream().map(Rule::name).toList());
        requireUnique("counter", counters.stream().map(Counter::name).toList());
        requireUnique("list", lists.stream().map(ValueList::name).toList());
    }

    /**
     * One rule; it fires when its expression is true.
     *
     * @param when CEL over the facts, the counters by name, and {@code inList('list', fact)}
     * @param reason for the risk analyst, never for the cashier
     * @param score 0 to 100, for sorting the review queue
     */
    public record Rule(String name, String when, Action action, String reason, int score) {}

    /** What a rule that fires asks for. */
    public enum Action {
        REFUSE,
        REVIEW
    }

    /** A number kept per key over a sliding window; rules know it under {@code name} as an int. */
    public record Counter(String name, CountedBy key, Measure measure, Duration window) {
        public static final Duration WINDOW_MIN = Duration.ofSeconds(10);
        public static final Duration WINDOW_MAX = Duration.ofDays(7);

        public Counter {
            if (window.compareTo(WINDOW_MIN) < 0 || window.compareTo(WINDOW_MAX) > 0) {
                throw new IllegalArgumentException("counter " + name + ": the window must be 10 s to 7 days");
            }
        }
    }

    /** What a counter counts by. */
    public enum CountedBy {
        CARD,
        TERMINAL,
        MERCHANT
    }

    /** What a counter counts. */
    public enum Measure {
        /** Attempts, whatever became of them. */
        COUNT,
        /** Minor units that were asked for. */
        AMOUNT,
        /** Attempts that were declined by risk or by the card's issuer. */
        DECLINES
    }

    /** Values that a rule asks for by the list's name; analysts add to them at run time. */
    public record ValueList(String name, Set<String> values) {
        public ValueList {
            values = Set.copyOf(values);
        }
    }

    private static void requireFew(String what, int present, int most) {
        if (present > most) {
            throw new IllegalArgumentException("a policy has at most " + most + " " + what + ", not " + present);
        }
    }

    private static void requireUnique(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two of them: " + what + " " + name);
            }
        }
    }
}
