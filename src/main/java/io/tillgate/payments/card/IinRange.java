package io.tillgate.payments.card;

import java.util.Set;

/**
 * Numbers that start between two prefixes of one length and have one of these lengths belong to a scheme.
 *
 * @param from lowest prefix
 * @param to highest prefix, included
 */
record IinRange(CardScheme scheme, String from, String to, Set<Integer> lengths) {
    IinRange {
        if (from.isEmpty() || from.length() != to.length() || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("not a prefix range: " + from + " to " + to);
        }
        lengths = Set.copyOf(lengths);
    }

    int prefixLength() {
        return from.length();
    }

    boolean contains(String digits) {
        if (digits.length() < prefixLength() || !lengths.contains(digits.length())) {
            return false;
        }
        String prefix = digits.substring(0, prefixLength());
        return from.compareTo(prefix) <= 0 && prefix.compareTo(to) <= 0;
    }
}
