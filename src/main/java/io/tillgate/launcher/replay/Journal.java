package io.tillgate.launcher.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a replay came, in a file that outlives the supervisor: what was done is not done again. */
final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private Entry entry;

    /**
     * What the file holds; times as ISO 8601 writes them.
     *
     * @param today on which the extract's last day is played
     * @param attempts how often it was begun
     * @param failure what it ended with, if not well
     * @param unpaid days whose payouts wait, by tenant
     * @param triedAgain whether those were tried a second time
     */
    record Entry(
            String today,
            int attempts,
            boolean done,
            @Nullable String failure,
            Map<String, Mark> tenants,
            Map<String, List<String>> unpaid,
            boolean triedAgain) {
        @SuppressWarnings("ConstantValue") // files of earlier versions say nothing of money
        Entry {
            tenants = Map.copyOf(tenants);
            unpaid = unpaid == null ? Map.of() : Map.copyOf(unpaid);
        }

        Entry begun() {
            return new Entry(today, attempts + 1, done, done ? failure : null, tenants, unpaid, triedAgain || done);
        }

        Entry at(String slug, Mark mark) {
            Map<String, Mark> marks = new TreeMap<>(tenants);
            marks.put(slug, mark);
            return new Entry(today, attempts, false, null, marks, unpaid, triedAgain);
        }

        Entry ended(@Nullable String why) {
            return new Entry(today, attempts, true, why, tenants, unpaid, triedAgain);
        }

        Entry owing(String slug, List<LocalDate> days) {
            Map<String, List<String>> all = new TreeMap<>(unpaid);
            all.put(slug, days.stream().map(LocalDate::toString).toList());
            all.values().removeIf(List::isEmpty);
            return new Entry(today, attempts, done, failure, tenants, all, triedAgain);
        }
    }

    /** How many steps of a tenant's plan are done, and what time it was there. */
    record Mark(int steps, String at) {}

    private Journal(Path file, Entry entry) {
        this.file = file;
        this.entry = entry;
    }

    static Optional<Journal> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Journal(file, JSON.readValue(file.toFile(), Entry.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Journal begin(Path file, LocalDate today) {
        Journal journal = new Journal(file, new Entry(today.toString(), 0, false, null, Map.of(), Map.of(), false));
        journal.write();
        return journal;
    }

    synchronized LocalDate today() {
        return LocalDate.parse(entry.today());
    }

    synchronized boolean isDone() {
        return entry.done();
    }

    synchronized int attempts() {
        return entry.attempts();
    }

    /** The number of attempts before this one. */
    synchronized int nextAttempt() {
        int before = entry.attempts();
        entry = entry.begun();
        write();
        return before;
    }

    synchronized int steps(String slug) {
        Mark mark = entry.tenants().get(slug);
        return mark == null ? 0 : mark.steps();
    }

    /** When the tenant's last step was. */
    synchronized Optional<Instant> reached(String slug) {
        return Optional.ofNullable(entry.tenants().get(slug)).map(mark -> Instant.parse(mark.at()));
    }

    synchronized void mark(String slug, int steps, Instant at) {
        entry = entry.at(slug, new Mark(steps, at.toString()));
        write();
    }

    /** Whether a replay that is over owes payouts that were not tried twice. */
    synchronized boolean mayPayAgain() {
        return entry.done() && !entry.unpaid().isEmpty() && !entry.triedAgain();
    }

    synchronized List<LocalDate> unpaid(String slug) {
        return entry.unpaid().getOrDefault(slug, List.of()).stream()
                .map(LocalDate::parse)
                .toList();
    }

    /** What waits, for people; null when everything is paid. */
    synchronized @Nullable String unpaid() {
        String days = entry.unpaid().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(town -> town.getKey() + " " + String.join(", ", town.getValue()))
                .collect(Collectors.joining("; "));
        return days.isEmpty() ? null : "payouts wait of " + days;
    }

    synchronized void unpaid(String slug, LocalDate day) {
        Set<LocalDate> days = new TreeSet<>(unpaid(slug));
        days.add(day);
        entry = entry.owing(slug, List.copyOf(days));
        write();
    }

    synchronized void paid(String slug, LocalDate day) {
        entry = entry.owing(
                slug, unpaid(slug).stream().filter(other -> !other.equals(day)).toList());
        write();
    }

    /** For good: no sale is begun again. */
    synchronized void end(@Nullable String failure) {
        entry = entry.ended(failure);
        write();
    }

    private void write() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, JSON.writeValueAsString(entry));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts always become JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
