package io.tillgate.settlement.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a message; the same for the same message sent again.
 *
 * @param messageId the bank's own
 * @param message for example {@code camt.054.001.08}
 * @param counts how many things it told, by what became of them
 * @param breaks what does not fit and a person has to look at, at most {@value #BREAKS_MAX} of them
 */
public record BankAnswer(String messageId, String message, Counts counts, List<Break> breaks) {
    static final int BREAKS_MAX = 100;

    public BankAnswer {
        breaks = breaks.stream().limit(BREAKS_MAX).toList();
    }

    /**
     * @param accepted payouts that the bank means to pay
     * @param rejected payouts that it will not pay
     * @param booked payouts that are paid now
     * @param returned payouts that came back
     * @param funded what card hosts paid
     * @param known told before, by this message's kind or by another
     * @param pending entries that are not booked yet, and statuses that say nothing final
     * @param waiting returns of payouts whose booking has not come yet
     * @param breaks things that do not fit
     */
    public record Counts(
            int accepted,
            int rejected,
            int booked,
            int returned,
            int funded,
            int known,
            int pending,
            int waiting,
            int breaks) {}

    /** One thing that does not fit; its id is that of the break that finance sees. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Break(
            UUID id, @Nullable String endToEndId, @Nullable String reference) {}

    /** As it is stored. */
    public JsonObject json() {
        JsonArray list = new JsonArray();
        breaks.forEach(each -> list.add(new JsonObject()
                .put("id", each.id().toString())
                .put("endToEndId", each.endToEndId())
                .put("reference", each.reference())));
        return new JsonObject()
                .put("messageId", messageId)
                .put("message", message)
                .put("counts", JsonObject.mapFrom(counts))
                .put("breaks", list);
    }

    public static BankAnswer of(JsonObject stored) {
        return new BankAnswer(
                stored.getString("messageId"),
                stored.getString("message"),
                stored.getJsonObject("counts").mapTo(Counts.class),
                stored.getJsonArray("breaks").stream()
                        .map(JsonObject.class::cast)
                        .map(each -> new Break(
                                UUID.fromString(each.getString("id")),
                                each.getString("endToEndId"),
                                each.getString("reference")))
                        .toList());
    }
}
