package io.tillgate.simulator.cardhost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the host thinks was charged. Keeps the newest 200,000 transactions. One writer at a time. */
final class Book {
    private static final int ENTRIES_MAX = 200_000;
    private static final int TOMBSTONES_MAX = 10_000;

    private final LinkedHashMap<BookEntry.Key, BookEntry> entries = new LinkedHashMap<>();
    private final Map<String, List<BookEntry.Key>> byTrace = new LinkedHashMap<>();
    private final LinkedHashSet<String> reversedBefore = new LinkedHashSet<>();

    synchronized Optional<BookEntry> find(BookEntry.Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized void put(BookEntry entry) {
        if (entries.put(entry.key(), entry) == null) {
            byTrace.computeIfAbsent(trace(entry.key().terminal(), entry.key().stan()), t -> new ArrayList<>(1))
                    .add(entry.key());
            if (entries.size() > ENTRIES_MAX) {
                forget(entries.firstEntry().getKey());
            }
        }
    }

    private void forget(BookEntry.Key oldest) {
        entries.remove(oldest);
        String trace = trace(oldest.terminal(), oldest.stan());
        List<BookEntry.Key> keys = byTrace.getOrDefault(trace, List.of());
        if (keys.size() <= 1) {
            byTrace.remove(trace);
        } else {
            keys.remove(oldest);
        }
    }

    /** The newest transaction of that terminal and trace number that fits. */
    synchronized Optional<BookEntry> newest(String terminal, String stan, Predicate<BookEntry> fits) {
        return byTrace.getOrDefault(trace(terminal, stan), List.of()).reversed().stream()
                .map(entries::get)
                .filter(fits)
                .findFirst();
    }

    /** A reversal overtook its transaction: when that comes, it must not be charged. */
    synchronized void reverseWhenItComes(String terminal, String stan, String transmitted) {
        if (reversedBefore.size() >= TOMBSTONES_MAX) {
            reversedBefore.removeFirst();
        }
        reversedBefore.add(trace(terminal, stan) + "/" + transmitted);
    }

    synchronized boolean wasReversedBefore(String terminal, String stan, String transmitted) {
        return reversedBefore.contains(trace(terminal, stan) + "/" + transmitted);
    }

    synchronized List<BookEntry> all() {
        return List.copyOf(entries.values());
    }

    private static String trace(String terminal, String stan) {
        return terminal + "/" + stan;
    }
}
