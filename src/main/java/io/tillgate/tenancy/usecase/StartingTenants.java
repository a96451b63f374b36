package io.tillgate.tenancy.usecase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.tenancy.TenancySettings;
import io.tillgate.tenancy.file.TenantFile;
import io.tillgate.tenancy.file.TenantFile.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies the platform's realm and every tenant file in the background, so that the service need not wait for Keycloak. Each
 * is tried until it succeeds; a file with mistakes is reported once and what ran before goes on.
 */
@ApplicationScoped
class StartingTenants {
    private static final Logger LOG = Logger.getLogger(StartingTenants.class);
    private static final Actor ACTOR = Actor.system("start");
    private static final int FILES_MAX = 500;

    private final ApplyingTenants applying;
    private final RunningTenants running;
    private final TenancySettings settings;
    private final Jobs jobs;
    private final MovingBusinessClock clocks;
    private final Set<String> waiting = new ConcurrentSkipListSet<>();
    private final AtomicBoolean beginning = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile @Nullable Cancellable work;

    StartingTenants(
            ApplyingTenants applying,
            RunningTenants running,
            TenancySettings settings,
            Jobs jobs,
            MovingBusinessClock clocks) {
        this.applying = applying;
        this.running = running;
        this.settings = settings;
        this.jobs = jobs;
        this.clocks = clocks;
    }

    /** What is not applied yet; empty when the service is ready. */
    Set<String> waiting() {
        return begun.get() ? Collections.unmodifiableSet(new TreeSet<>(waiting)) : Set.of("start");
    }

    /** Begins when the server listens: only then is every port known to which a sign-in may return. */
    void whenListening(@ObservesAsync HttpServerStart event) {
        begin();
    }

    void whenListening(@ObservesAsync HttpsServerStart event) {
        begin();
    }

    private void begin() {
        if (!beginning.compareAndSet(false, true)) {
            return;
        }
        List<Uni<Void>> all = new ArrayList<>();
        all.add(untilDone("platform", () -> applying.applyPlatform().replaceWithVoid()));
        files().forEach(file -> accepted(file)
                .ifPresent(tenant -> all.add(untilDone(
                        tenant.settings().slug(),
                        () -> applying.apply(tenant, ACTOR).replaceWithVoid()))));
        begun.set(true);
        work = untilDone("tenants", running::refresh)
                .chain(() -> Uni.join().all(all).andFailFast())
                .subscribe()
                .with(done -> LOG.info("every tenant is applied"), fault -> LOG.error("applying tenants ended", fault));
        jobs.everyOnEachReplica("tenants.refresh", settings.refresh(), running::refresh);
        clocks.follow(jobs);
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable now = work;
        if (now != null) {
            now.cancel();
        }
    }

    /** Tries with growing pauses, for as long as the service runs. Says so at the first failure and then every tenth. */
    private Uni<Void> untilDone(String what, Supplier<Uni<Void>> step) {
        waiting.add(what);
        int[] tries = {0};
        return Uni.createFrom()
                .deferred(step::get)
                .onFailure()
                .invoke(fault -> {
                    if (tries[0]++ % 10 == 0) {
                        LOG.warnf("%s is not applied yet, trying again: %s", what, fault.toString());
                    }
                })
                .onFailure()
                .retry()
                .withBackOff(settings.retryFirst(), settings.retryLongest())
                .indefinitely()
                .invoke(() -> waiting.remove(what))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Optional<TenantFile> accepted(Path path) {
        String name = settings.directory().getFileName() + "/" + path.getFileName();
        return switch (applying.read(name, text(path))) {
            case Reading.Accepted accepted -> Optional.of(accepted.file());
            case Reading.Mistaken mistaken -> {
                mistaken.mistakes().forEach(mistake -> LOG.errorf("%s", mistake));
                LOG.errorf("%s is not applied; what ran before goes on", name);
                yield Optional.empty();
            }
        };
    }

    private List<Path> files() {
        if (!Files.isDirectory(settings.directory())) {
            LOG.warnf("there is no directory of tenant files at %s", settings.directory());
            return List.of();
        }
        try (Stream<Path> all = Files.list(settings.directory())) {
            return all.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(FILES_MAX)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
