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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
     */
    record Entry(
            String today,
            int attempts,
            boolean done,
            @Nullable String failure,
            Map<String, Mark> tenants) {}

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
        Journal journal = new Journal(file, new Entry(today.toString(), 0, false, null, Map.of()));
        journal.write();
        return journal;
    }

    synchronized LocalDate today() {
        return LocalDate.parse(entry.today());
    }

    synchronized boolean isDone() {
        return entry.done();
    }

    /** The number of attempts before this one. */
    synchronized int nextAttempt() {
        int before = entry.attempts();
        entry = new Entry(entry.today(), before + 1, false, null, entry.tenants());
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
        Map<String, Mark> tenants = new TreeMap<>(entry.tenants());
        tenants.put(slug, new Mark(steps, at.toString()));
        entry = new Entry(entry.today(), entry.attempts(), false, null, tenants);
        write();
    }

    /** For good: nothing is begun again. */
    synchronized void end(@Nullable String failure) {
        entry = new Entry(entry.today(), entry.attempts(), true, failure, entry.tenants());
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
