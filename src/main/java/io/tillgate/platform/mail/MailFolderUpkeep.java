package io.tillgate.platform.mail;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.retention.RetentionSettings;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes old letters from this replica's folder: they name people, and whoever sends them on had time to. */
@ApplicationScoped
class MailFolderUpkeep {
    private static final int FILES_MAX = 10_000;

    private final Vertx vertx;
    private final Path folder;
    private final RetentionSettings settings;
    private final Clock clock;

    MailFolderUpkeep(
            Vertx vertx,
            @ConfigProperty(name = "tillgate.data") Path directory,
            RetentionSettings settings,
            Clock clock) {
        this.vertx = vertx;
        this.folder = directory.resolve("mail");
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.everyOnEachReplica("mail-folder", settings.period(), this::round);
    }

    private Uni<Void> round() {
        return vertx.executeBlocking(() -> erase(folder, clock.instant().minus(settings.mailFolder())))
                .replaceWithVoid();
    }

    /** Erases letters, finished or not, last changed before that moment; at most {@value #FILES_MAX}. Answers how many. */
    static int erase(Path folder, Instant before) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(MailFolderUpkeep::isLetter)
                    .filter(file -> changed(file).isBefore(before))
                    .limit(FILES_MAX)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
            return old.size();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean isLetter(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".eml") || name.endsWith(".part");
    }

    /** A letter that an agent has just taken is none of ours any more. */
    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }
}
