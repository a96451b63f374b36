package io.tillgate.analytics.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sums by key, of the period asked for and of the one it is compared with. */
public record Keyed(Map<String, Sums> now, Map<String, Sums> before) {

    /** One group of a query. */
    public record Group(boolean now, String key, Sums sums) {}

    public static Keyed of(List<Group> groups) {
        Map<String, Sums> now = new HashMap<>();
        Map<String, Sums> before = new HashMap<>();
        groups.forEach(group -> (group.now() ? now : before).merge(group.key(), group.sums(), Sums::plus));
        return new Keyed(Map.copyOf(now), Map.copyOf(before));
    }

    /** Every key of either, in order. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(before.keySet());
        return keys;
    }

    public Sums nowOf(String key) {
        return now.getOrDefault(key, Sums.NONE);
    }

    public Sums beforeOf(String key) {
        return before.getOrDefault(key, Sums.NONE);
    }

    public Sums totalNow() {
        return Sums.of(now.values());
    }

    public Sums totalBefore() {
        return Sums.of(before.values());
    }
}
