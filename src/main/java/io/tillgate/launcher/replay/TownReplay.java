package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.StoryBroken;
import io.tillgate.launcher.replay.Happening.Sold;
import io.tillgate.launcher.replay.Happening.Undone;
import io.tillgate.launcher.replay.Plan.DayEnd;
import io.tillgate.launcher.replay.Plan.Frame;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** One tenant's days, in the order of business time. */
final class TownReplay {
    /** What the bank does to one payout of a day, day by day. */
    private static final List<String> TROUBLES = List.of("", "reject", "return");

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
        Iterator<Api> owners = stand.owners(town).iterator();
        for (Town.Shop shop : town.shops()) {
            Api owner = owners.next();
            if (!shop.owner().isEmpty()) {
                applying.owner(shop.owner());
            }
            shop.business().ifPresent(business -> applying.becomeMerchant(owner, business));
            Bargain bargain = Bargain.of(retail, shop.aisle(), plan.opening());
            Trader trader = new Trader(stand, town, new Trader.Concern(shop, owner, bargain));
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
                end(done++, ended++, closing);
            }
            if (done >= journal.steps(town.slug())) {
                stand.time().set(town.slug(), happening.at());
                happen(happening);
                journal.mark(town.slug(), done + 1, happening.at());
            }
            done++;
        }
        while (ended < plan.ends().size()) {
            end(done++, ended++, closing);
        }
    }

    /** The last day's payouts wait for somebody to look at them; of those before one was signed, all others are paid. */
    private void end(int place, int day, Closing closing) {
        if (place < journal.steps(town.slug())) {
            return;
        }
        DayEnd end = plan.ends().get(day);
        Instant at = closing.cutOff(end);
        int after = plan.ends().size() - 1 - day;
        if (after > 1) {
            at = paid(closing, end, TROUBLES.get(day % TROUBLES.size()));
        } else if (after == 1) {
            closing.sign(end.date(), end.date().plusDays(1));
        }
        journal.mark(town.slug(), place + 1, at);
        tell.accept(town.slug() + ": " + end.date() + " is over");
    }

    /** Trade goes on when money does not; the day is paid once more at the next start. */
    private Instant paid(Closing closing, DayEnd end, String trouble) {
        Instant at = closing.nextMorning(end);
        try {
            closing.pay(end.date(), end.date().plusDays(1), trouble);
        } catch (StoryBroken waits) {
            unpaid(end.date(), waits);
        }
        return at;
    }

    /** The days that could not be paid when it was their time; at real now. */
    void payAgain() {
        Closing closing = new Closing(stand, town);
        for (LocalDate date : journal.unpaid(town.slug())) {
            try {
                closing.pay(date, LocalDate.now(town.zone()), "");
                journal.paid(town.slug(), date);
                tell.accept(town.slug() + ": the payouts of " + date + " are paid");
            } catch (StoryBroken waits) {
                unpaid(date, waits);
            }
        }
    }

    private void unpaid(LocalDate date, StoryBroken waits) {
        journal.unpaid(town.slug(), date);
        tell.accept(town.slug() + ": the payouts of " + date + " wait: " + waits.getMessage());
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
        ObjectNode order =
                JsonNodeFactory.instance.objectNode().put("fault", "decline").put("responseCode", response);
        order.putObject("match").put("mti", "0200").put("terminal", terminal);
        stand.cardHost().post("/faults", order);
    }

    private static void leave(Trader trader) {
        try {
            trader.close();
        } catch (RuntimeException alreadyGone) {
            // what ended the replay has ended the connection too
        }
    }
}
