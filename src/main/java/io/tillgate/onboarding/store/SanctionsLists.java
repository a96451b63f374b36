package io.tillgate.onboarding.store;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.domain.SanctionsList;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * The edition of the sanctions list in use, read at start on a thread of its own: the service is ready before it. A
 * submission that comes earlier waits; if the list cannot be read, submissions are refused, never let through unscreened.
 */
@ApplicationScoped
public class SanctionsLists {
    private static final Logger LOG = Logger.getLogger(SanctionsLists.class);

    private final Path directory;
    private final CompletableFuture<SanctionsList> loaded = new CompletableFuture<>();

    SanctionsLists(SanctionsSettings settings) {
        this.directory = settings.directory();
    }

    void load(@Observes StartupEvent event) {
        Thread.ofVirtual().name("sanctions-list").start(this::read);
    }

    public Uni<SanctionsList> current() {
        return Uni.createFrom()
                .completionStage(() -> loaded.copy())
                .onFailure()
                .transform(fault -> new Refusal(
                        CommonProblem.UNAVAILABLE, "names cannot be screened now, nothing was submitted, try again"));
    }

    private void read() {
        try {
            SanctionsList list = Files.isDirectory(directory) ? OfacFiles.read(directory) : OfacFiles.extract();
            LOG.infof(
                    "screening against %s of %s, %d names",
                    list.name(), list.date(), list.index().size());
            loaded.complete(list);
        } catch (IOException | RuntimeException fault) {
            LOG.errorf("the sanctions list in %s cannot be read: %s", directory, fault.toString());
            loaded.completeExceptionally(fault);
        }
    }
}
