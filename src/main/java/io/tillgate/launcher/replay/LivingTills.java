package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.launcher.demo.Api;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The tills that stay on line while {@code up} runs, so that a portal shows shops at work: of each shop of the demo data all
 * but one. They enrol anew at each start, since the replay keeps no keys.
 */
public final class LivingTills implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration GOODBYE_MAX = Duration.ofSeconds(2);

    private final Stand stand;
    private final List<Town> towns;
    private final Consumer<String> trouble;
    private final List<LivingTill> tills = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private LivingTills(Stand stand, List<Town> towns, Consumer<String> trouble) {
        this.stand = stand;
        this.towns = List.copyOf(towns);
        this.trouble = trouble;
    }

    /** Brings them on line and keeps them there, in the background. */
    static LivingTills start(Stand stand, List<Town> towns, Consumer<String> trouble) {
        LivingTills living = new LivingTills(stand, towns, trouble);
        Thread.ofVirtual().name("tills").start(living::live);
        return living;
    }

    private void live() {
        towns.forEach(this::openOrSayWhy);
        do {
            tills.forEach(this::look);
        } while (!isClosedWithin(EVERY));
    }

    private void openOrSayWhy(Town town) {
        try {
            open(town);
        } catch (RuntimeException away) {
            if (!isClosed()) {
                trouble.accept(String.valueOf(away.getMessage()));
            }
        }
    }

    private void open(Town town) {
        for (Api owner : stand.owners(town)) {
            for (JsonNode terminal :
                    living(owner.get("/api/v1/terminals?limit=200").get("items"))) {
                if (isClosed()) {
                    return;
                }
                Activation activation = new Activation(
                        terminal.get("merchantNumber").asText(),
                        terminal.get("number").asText(),
                        stand.newCode(owner, terminal));
                Enrolled enrolled = stand.enrol(town, activation);
                tills.add(new LivingTill(() -> stand.connect(enrolled)));
            }
        }
    }

    /** All of the replay's own that may be used, but the last where there are several. */
    static List<JsonNode> living(JsonNode terminals) {
        List<JsonNode> ours = new ArrayList<>();
        terminals.forEach(terminal -> {
            if (terminal.path("status").asText().equalsIgnoreCase("active")
                    && terminal.at("/reported/software").asText().equals(LivingTill.SOFTWARE)) {
                ours.add(terminal);
            }
        });
        return ours.size() < 2 ? ours : ours.subList(0, ours.size() - 1);
    }

    /** A service that is away for a moment is nobody's trouble: the next look finds it. */
    private void look(LivingTill till) {
        try {
            if (!isClosed()) {
                till.look();
            }
        } catch (RuntimeException away) {
            // said where it stops: the supervisor starts it again
        }
    }

    private boolean isClosed() {
        return isClosedWithin(Duration.ZERO);
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** They say goodbye, so that the service does not take them for lost; no longer than two seconds. */
    @Override
    public void close() {
        closed.countDown();
        CountDownLatch gone = new CountDownLatch(tills.size());
        tills.forEach(till -> Thread.ofVirtual().start(() -> {
            try {
                till.close();
            } catch (RuntimeException away) {
                // nobody to say it to
            } finally {
                gone.countDown();
            }
        }));
        try {
            gone.await(GOODBYE_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
