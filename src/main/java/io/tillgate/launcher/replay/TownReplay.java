package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.launcher.demo.StoryBroken;
import io.tillgate.launcher.replay.Happening.Sold;
import io.tillgate.launcher.replay.Happening.Undone;
import io.tillgate.launcher.replay.Plan.DayEnd;
import io.tillgate.launcher.replay.Plan.Frame;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** One tenant's days, in the order of business time. */
final class TownReplay {
    private static final Duration AFTER_THE_END = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Stand stand;
    private final Town town;
    private final Retail retail;
    private final Plan plan;
    private final Journal journal;
    private final Consumer<String> tell;
    private final Map<String, Trader> traders = new HashMap<>();

    TownReplay(Stand stand, Town town, Retail retail, Journal journal, Consumer<String> tell) {
        this.stand = stand;
        this.town = town;
        this.retail = retail;
        this.journal = journal;
        this.tell = tell;
        this.plan = Plan.of(retail, new Frame(town.slug(), town.zone(), town.cutOff(), journal.today(), Instant.now()));
    }

    /** Sales, refunds and day ends, of which the journal counts those that are done. */
    int steps() {
        return plan.happenings().size() + plan.ends().size();
    }

    /** Ends at real now. */
    void play() {
        if (journal.steps(town.slug()) < steps()) {
            playOn();
        }
        stand.time().catchUp(town.slug());
    }

    private void playOn() {
        try {
            stand.time().set(town.slug(), journal.reached(town.slug()).orElse(plan.opening()));
            settleDown();
            days();
        } finally {
            traders.values().forEach(TownReplay::leave);
        }
    }

    private void settleDown() {
        Applying applying = new Applying(stand, town);
        List<Who> known = stand.running().users(town.slug(), "merchant-owner");
        int next = 0;
        for (Town.Shop shop : town.shops()) {
            Api owner = shop.owner().isEmpty() ? stand.as(known.get(next++)) : applying.owner(shop.owner());
            shop.business().ifPresent(business -> applying.becomeMerchant(owner, business));
            Trader trader = new Trader(stand, town, shop, owner);
            traders.put(shop.aisle(), trader);
            trader.open(retail, plan.opening());
        }
        if (journal.steps(town.slug()) == 0) {
            town.applicants().forEach(applying::apply);
        }
        tell.accept(town.slug() + ": merchants, stores and tills are there");
    }

    private void days() {
        Closing closing = new Closing(stand, town);
        int done = 0;
        int ended = 0;
        for (Happening happening : plan.happenings()) {
            while (ended < plan.ends().size() && plan.ends().get(ended).at().isBefore(happening.at())) {
                step(done++, plan.ends().get(ended++), closing);
            }
            if (done >= journal.steps(town.slug())) {
                stand.time().set(town.slug(), happening.at());
                happen(happening);
                journal.mark(town.slug(), done + 1, happening.at());
            }
            done++;
        }
        while (ended < plan.ends().size()) {
            step(done++, plan.ends().get(ended++), closing);
        }
        closing.theRest(plan.ends());
    }

    private void step(int place, DayEnd end, Closing closing) {
        if (place >= journal.steps(town.slug())) {
            Instant at = end.at().plus(AFTER_THE_END);
            stand.time().set(town.slug(), at);
            closing.close(end.date());
            journal.mark(town.slug(), place + 1, at);
            tell.accept(town.slug() + ": " + end.date() + " is over");
        }
    }

    private void happen(Happening happening) {
        Counter counter = Objects.requireNonNull(traders.get(happening.aisle())).counter(happening.till());
        switch (happening) {
            case Sold sold -> {
                if (!sold.response().isEmpty()) {
                    decline(counter.number(), sold.response());
                }
                counter.sell(sold);
            }
            case Undone undone -> counter.undo(undone);
        }
    }

    /** The issuer will say no to what this till asks next. */
    private void decline(String terminal, String response) {
        var order =
                JsonNodeFactory.instance.objectNode().put("fault", "decline").put("responseCode", response);
        order.putObject("match").put("mti", "0200").put("terminal", terminal);
        HttpRequest request = HttpRequest.newBuilder(URI.create(stand.running().cardHost() + "/faults"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order.toString()))
                .build();
        try {
            int status =
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            StoryBroken.unless(status == 201, "the card host's control port answered " + status);
        } catch (IOException fault) {
            throw new StoryBroken("the card host's control port does not answer: " + fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static void leave(Trader trader) {
        try {
            trader.close();
        } catch (RuntimeException alreadyGone) {
            // what ended the replay has ended the connection too
        }
    }
}
