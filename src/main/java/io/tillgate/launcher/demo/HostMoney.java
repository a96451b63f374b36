package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The card host's money for a run: all that is expected and not there yet, less what host and schemes keep.
 *
 * @param bank the control port of the bank where it arrives
 * @param slug whose account it goes to
 */
public record HostMoney(ControlPort bank, String slug, String payer) {
    /** What host and schemes keep, in hundredths of a percent. */
    private static final long COST_POINTS = 90;

    /**
     * Pays what is expected; what has arrived is not paid again.
     *
     * @param fundings as the API tells them
     * @param day on which the bank books it; null for the bank's own
     * @return what was paid, minor units
     */
    public long pay(JsonNode fundings, @Nullable LocalDate day) {
        long paid = 0;
        for (JsonNode funding : fundings) {
            long expected = funding.at("/expected/value").asLong();
            if (funding.get("state").asText().equals("expected") && expected > 0) {
                long amount = expected - expected * COST_POINTS / 10_000;
                bank.post("/credits", credit(funding, amount, day));
                paid += amount;
            }
        }
        return paid;
    }

    private ObjectNode credit(JsonNode funding, long amount, @Nullable LocalDate day) {
        ObjectNode credit = JsonNodeFactory.instance
                .objectNode()
                .put("slug", slug)
                .put("amount", amount)
                .put("currency", funding.at("/expected/currency").asText())
                .put("reference", funding.get("reference").asText())
                .put("payer", payer);
        return day == null ? credit : credit.put("day", day.toString());
    }
}
