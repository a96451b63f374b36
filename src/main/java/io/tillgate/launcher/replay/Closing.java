package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.launcher.demo.HostMoney;
import io.tillgate.launcher.demo.Patience;
import io.tillgate.launcher.demo.StoryBroken;
import io.tillgate.launcher.replay.Plan.DayEnd;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The end of a business day and the money that follows: the calendar cuts off, the next morning the card host pays, two
 * people release, the bank fetches and books. Each looks first what is done, so that doing it again is doing it once.
 */
final class Closing {
    private static final Duration AFTER_THE_END = Duration.ofMinutes(1);
    private static final Duration NEXT_MORNING = Duration.ofHours(9);
    private static final Duration CUT_OFF_MAX = Duration.ofSeconds(60);
    private static final Duration BANK_MAX = Duration.ofSeconds(20);
    private static final String ON_THE_WAY = "released,fetched,accepted";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stand stand;
    private final Town town;
    private final Api first;
    private final Api second;

    Closing(Stand stand, Town town) {
        this.stand = stand;
        this.town = town;
        List<Who> finance = stand.running().users(town.slug(), "finance");
        this.first = stand.as(finance.get(0));
        this.second = stand.as(finance.get(1));
    }

    /** Sets the clock past the end and answers when the run of that day is there. */
    Instant cutOff(DayEnd end) {
        Instant at = end.at().plus(AFTER_THE_END);
        stand.time().set(town.slug(), at);
        Patience.until("the cut-off of " + end.date(), CUT_OFF_MAX, () -> run(end.date()));
        return at;
    }

    /** Sets the clock to when the day is paid. */
    Instant nextMorning(DayEnd end) {
        Instant at = end.at().plus(NEXT_MORNING);
        stand.time().set(town.slug(), at);
        return at;
    }

    /**
     * The next morning's work; what is done of it stays done.
     *
     * @param booked on which day the card host's money comes
     * @param trouble what the bank shall do to one of the payouts: {@code reject}, {@code return}, or empty for nothing
     */
    void pay(LocalDate date, LocalDate booked, String trouble) {
        String run = sign(date, booked);
        if (count(run, "signed") > 0) {
            if (!trouble.isEmpty()) {
                ObjectNode order = JSON.createObjectNode().put("fault", trouble);
                order.putObject("match").put("slug", town.slug());
                stand.bank().post("/faults", order);
            }
            second.postOnce("/api/v1/payouts/release", of(run), "replay-release-" + run);
        }
        Patience.until(
                "the bank to book the payouts of " + date,
                BANK_MAX,
                () -> Optional.of(run).filter(settled -> count(settled, ON_THE_WAY) == 0));
    }

    /** The card host pays and the first of two people agrees; the run. */
    String sign(LocalDate date, LocalDate booked) {
        String run = run(date)
                .orElseThrow(() -> new StoryBroken("there is no run of " + date))
                .get("id")
                .asText();
        fund(run, booked);
        if (count(run, "drafted") > 0) {
            first.postOnce("/api/v1/payouts/sign", of(run), "replay-sign-" + run);
        }
        return run;
    }

    private void fund(String run, LocalDate day) {
        String payer = town.chinese() ? "银联收单清算" : "Card host clearing";
        new HostMoney(stand.bank(), town.slug(), payer)
                .pay(first.get("/api/v1/settlements/" + run + "/funding").get("items"), day);
    }

    private Optional<JsonNode> run(LocalDate date) {
        List<JsonNode> found = new ArrayList<>();
        first.get("/api/v1/settlements?limit=50").get("items").forEach(run -> {
            if (run.get("businessDate").asText().equals(date.toString())
                    && run.path("occasion").asText().equals("calendar")) {
                found.add(run);
            }
        });
        return found.stream().findFirst();
    }

    private int count(String run, String states) {
        return first.get("/api/v1/payouts?limit=200&settlement=" + run + "&state=" + states)
                .get("items")
                .size();
    }

    private static ObjectNode of(String run) {
        return JSON.createObjectNode().put("run", run);
    }
}
