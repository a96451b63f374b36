package io.tillgate.tenancy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A tenant's rules against fraud as written; {@code risk} compiles the expressions and keeps the counters. */
public record RiskSettings(List<Counter> counters, List<ValueList> lists, List<Rule> rules) {
    public RiskSettings {
        counters = List.copyOf(counters);
        lists = List.copyOf(lists);
        rules = List.copyOf(rules);
    }

    /**
     * One rule; it fires when its expression is true.
     *
     * @param when a CEL expression over the facts, the counters by name, and {@code inList(name, value)}
     * @param reason for the risk analyst, never for the cashier
     * @param score 0 to 100
     */
    public record Rule(String name, String when, Action action, String reason, int score) {}

    public enum Action {
        DECLINE,
        REVIEW
    }

    /** A number kept per key over a sliding window, known to rules under {@code name} as an int. */
    public record Counter(String name, Key key, Measure measure, Duration window) {}

    public enum Key {
        CARD,
        TERMINAL,
        MERCHANT
    }

    public enum Measure {
        COUNT,
        AMOUNT,
        DECLINES
    }

    /** Values that a rule asks for by the list's name. */
    public record ValueList(String name, Set<String> values) {
        public ValueList {
            values = Set.copyOf(values);
        }
    }
}
