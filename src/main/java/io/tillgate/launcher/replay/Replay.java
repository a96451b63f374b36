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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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

    private Replay(Journal journal, Hands hands) {
        this.journal = journal;
        this.time = hands.time();
        this.secret = hands.secret();
        this.towns = towns(hands.slugs());
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
    public static Optional<Replay> of(Path file, boolean fresh, boolean wanted, Hands hands) {
        Optional<Journal> known = Journal.read(file);
        if (known.isEmpty() && (!fresh || !wanted)) {
            return Optional.empty();
        }
        Journal journal = known.orElseGet(() -> Journal.begin(file, LocalDate.now(ZoneOffset.UTC)));
        Replay replay = new Replay(journal, hands);
        if (journal.isDone()) {
            return journal.mayPayAgain() && wanted ? Optional.of(replay) : Optional.empty();
        }
        if (!wanted) {
            replay.towns.forEach(town -> hands.time().catchUp(town.slug()));
            journal.end("it was broken off and not wanted any more");
            return Optional.empty();
        }
        return replay.towns.isEmpty() ? Optional.empty() : Optional.of(replay);
    }

    private static List<Town> towns(List<String> slugs) {
        return slugs.stream()
                .filter(TOWNS::contains)
                .flatMap(slug -> Town.of(slug).stream())
                .toList();
    }

    /** What a replay that is over still owes, for people. */
    public static Optional<String> owed(Path file) {
        return Journal.read(file).filter(Journal::isDone).map(Journal::unpaid);
    }

    /**
     * The tills of an installation whose replay is over; nothing where there is none.
     *
     * @param trouble hears what goes wrong with one, in a line
     */
    public static Optional<LivingTills> tills(Path file, Path upFile, Hands hands, Consumer<String> trouble) {
        return Journal.read(file).filter(Journal::isDone).map(over -> {
            Running running = Running.from(upFile);
            Stand stand = new Stand(
                    running, TrustedService.byCa(running.ca()), hands.time(), hands.secret(), over.attempts());
            return LivingTills.start(stand, towns(hands.slugs()), trouble);
        });
    }

    /**
     * Whose data, and with what.
     *
     * @param secret passwords of people whom only the replay signs in come from it
     */
    public record Hands(BusinessTime time, String secret, List<String> slugs) {}

    /** Sets the clocks to where the replay begins or goes on, so that the first merchants come then. */
    public void setClocksBack() {
        if (journal.isDone()) {
            return; // only money is owed
        }
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
        if (failure == null) {
            failure = journal.unpaid();
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
        boolean played = journal.isDone();
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
                if (played) {
                    replay.payAgain();
                } else {
                    replay.play();
                }
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
                    failure = String.valueOf(
                            Objects.requireNonNullElse(e.getCause(), e).getMessage());
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
