package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.StoryBroken;
import io.tillgate.launcher.replay.Plan.DayEnd;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The end of a business day: finance cuts it off. */
final class Closing {
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final Town town;
    private final Api finance;

    Closing(Stand stand, Town town) {
        this.town = town;
        this.finance = stand.first(town.slug(), "finance");
    }

    /** Doing it again is doing it once. */
    void close(LocalDate date) {
        Api.Answer answer = finance.tryPost(
                "/api/v1/settlements",
                JsonNodeFactory.instance.objectNode().put("businessDate", date.toString()),
                Map.of("Idempotency-Key", "replay-" + town.slug() + "-" + date));
        boolean absent = answer.status() == NOT_FOUND || answer.status() == NOT_ALLOWED;
        StoryBroken.unless(
                absent || answer.status() / 100 == 2,
                "the cut-off of " + date + " answered " + answer.status() + ": " + answer.text());
    }

    void theRest(List<DayEnd> ends) {}
}
