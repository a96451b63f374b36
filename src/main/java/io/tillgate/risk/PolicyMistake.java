package io.tillgate.risk;

import java.util.List;
import java.util.stream.Collectors;

/** A policy that cannot be used; the one in force stays. */
public final class PolicyMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public PolicyMistake(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** One thing to fix. Line and column count from 1 within the rule's expression. */
    public record Mistake(String rule, int line, int column, String message) {
        @Override
        public String toString() {
            return "rule " + rule + ", line " + line + ", column " + column + ": " + message;
        }
    }
}
