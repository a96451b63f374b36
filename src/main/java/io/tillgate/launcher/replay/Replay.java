package io.tillgate.launcher.replay;

import io.tillgate.launcher.demo.Running;
import io.tillgate.simulator.till.TrustedService;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The demo data of one installation, played once. Broken off, by a signal or with the machine, it goes on at the next start
 * where it stopped: requests have the same ids again, so that nothing happens twice.
 */
public final class Replay {
    private static final List<String> TOWNS = List.of("harbour", "jiuzhou");
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 5_000;

    private final Journal journal;
    private final BusinessTime time;
    private final String secret;
    private final List<Town> towns;

    private Replay(Journal journal, BusinessTime time, String secret, List<String> slugs) {
        this.journal = journal;
        this.time = time;
        this.secret = secret;
        this.towns = slugs.stream()
                .filter(TOWNS::contains)
                .flatMap(slug -> Town.of(slug).stream())
                .toList();
    }

    /** Who hears how it goes. */
    public interface Listener {
        /** @param step what was done last, for people */
        void went(int done, int of, String step);

        /** @param failure null when all is well */
        void ended(@Nullable String failure);

        /** Whether everything is being stopped, which is no failure. */
        boolean stopping();
    }

    /**
     * What is to be played, if anything: a new installation's data, or the rest of what was broken off.
     *
     * @param file where its journal is
     * @param fresh whether the installation has had no merchants so far
     * @param wanted false to leave the data alone; a replay that was broken off then is over
     */
    public static Optional<Replay> of(
            Path file, boolean fresh, boolean wanted, BusinessTime time, String secret, List<String> slugs) {
        Optional<Journal> known = Journal.read(file);
        if (known.isEmpty() && (!fresh || !wanted)) {
            return Optional.empty();
        }
        Journal journal = known.orElseGet(() -> Journal.begin(file, LocalDate.now(ZoneOffset.UTC)));
        if (journal.isDone()) {
            return Optional.empty();
        }
        Replay replay = new Replay(journal, time, secret, slugs);
        if (!wanted) {
            replay.towns.forEach(town -> time.catchUp(town.slug()));
            journal.end("it was broken off and not wanted any more");
            return Optional.empty();
        }
        return replay.towns.isEmpty() ? Optional.empty() : Optional.of(replay);
    }

    /** Sets the clocks to where the replay begins or goes on, so that the first merchants come then. */
    public void setClocksBack() {
        Retail retail = Retail.load();
        for (Town town : towns) {
            Plan plan = Plan.of(
                    retail, new Plan.Frame(town.slug(), town.zone(), town.cutOff(), journal.today(), Instant.now()));
            time.set(town.slug(), journal.reached(town.slug()).orElse(plan.opening()));
        }
    }

    /** Returns when business time is real time everywhere, with or without success. */
    public void play(Path upFile, Listener listener) {
        String failure = null;
        for (int tries = 0; tries < TRIES && !listener.stopping(); tries++) {
            failure = attempt(upFile, listener);
            if (failure == null || listener.stopping() || !pause()) {
                break;
            }
        }
        if (listener.stopping()) {
            return; // goes on at the next start
        }
        journal.end(failure);
        if (failure != null) {
            catchUpAnyway();
        }
        listener.ended(failure);
    }

    private @Nullable String attempt(Path upFile, Listener listener) {
        Running running = Running.from(upFile);
        Retail retail = Retail.load();
        Stand stand = new Stand(running, TrustedService.byCa(running.ca()), time, secret, journal.nextAttempt());
        Map<String, Integer> steps = new ConcurrentHashMap<>();
        List<Callable<Void>> works = new ArrayList<>();
        for (Town town : towns) {
            TownReplay replay = new TownReplay(
                    stand,
                    town,
                    retail,
                    journal,
                    step -> listener.went(
                            done(),
                            steps.values().stream().mapToInt(Integer::intValue).sum(),
                            step));
            steps.put(town.slug(), replay.steps());
            works.add(() -> {
                replay.play();
                return null;
            });
        }
        return all(works);
    }

    private int done() {
        return towns.stream().mapToInt(town -> journal.steps(town.slug())).sum();
    }

    private static @Nullable String all(List<Callable<Void>> works) {
        String failure = null;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> work : threads.invokeAll(works)) {
                try {
                    work.get();
                } catch (ExecutionException e) {
                    failure = String.valueOf(e.getCause().getMessage());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        return failure;
    }

    private void catchUpAnyway() {
        for (Town town : towns) {
            try {
                time.catchUp(town.slug());
            } catch (RuntimeException away) {
                // said already: the service does not answer
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
