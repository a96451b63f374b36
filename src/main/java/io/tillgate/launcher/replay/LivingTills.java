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
 * but one. They enrol anew at each start, since the replay keeps no keys; a shop or till
 * that cannot be opened is tried again, and keeps none of the others away.
 */
public final class LivingTills implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration GOODBYE_MAX = Duration.ofSeconds(2);

    private final Stand stand;
    private final List<Town> towns;
    private final Consumer<String> trouble;
    private final List<LivingTill> tills = new CopyOnWriteArrayList<>();
    private final Tries tries = new Tries(words -> sayUnlessClosed("not on line: " + words));
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
        towns.forEach(town -> tries.begin(() -> open(town)));
        do {
            tries.look();
            tills.forEach(this::look);
        } while (!isClosedWithin(EVERY));
    }

    private void sayUnlessClosed(String words) {
        if (!isClosed()) {
            trouble.accept(words);
        }
    }

    private void open(Town town) {
        stand.owners(town).forEach(owner -> tries.begin(() -> open(town, owner)));
    }

    private void open(Town town, Api owner) {
        if (!isClosed()) {
            living(owner.get("/api/v1/terminals?limit=200").get("items"))
                    .forEach(terminal -> tries.begin(() -> enrol(town, owner, terminal)));
        }
    }

    /** Looked up anew, since a later try may find that it has become somebody else's. */
    private void enrol(Town town, Api owner, JsonNode listed) {
        if (isClosed()) {
            return;
        }
        JsonNode terminal = owner.get("/api/v1/terminals/" + listed.get("id").asText());
        if (isOurs(terminal)) {
            Activation activation = new Activation(
                    terminal.get("merchantNumber").asText(),
                    terminal.get("number").asText(),
                    stand.newCode(owner, terminal));
            Enrolled enrolled = stand.enrol(town, activation);
            tries.begin(() -> connect(enrolled));
        }
    }

    private void connect(Enrolled enrolled) {
        if (!isClosed()) {
            LivingTill till = new LivingTill(() -> Line.of(stand.connect(enrolled)), this::sayUnlessClosed);
            tills.add(till);
            look(till);
        }
    }

    /** All of the replay's own that may be used, but the last where there are several. */
    static List<JsonNode> living(JsonNode terminals) {
        List<JsonNode> ours = new ArrayList<>();
        terminals.forEach(terminal -> {
            if (isOurs(terminal)) {
                ours.add(terminal);
            }
        });
        return ours.size() < 2 ? ours : ours.subList(0, ours.size() - 1);
    }

    private static boolean isOurs(JsonNode terminal) {
        return terminal.path("status").asText().equalsIgnoreCase("active")
                && terminal.at("/reported/software").asText().equals(LivingTill.SOFTWARE);
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
