package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of a bank, as finance sees it.
 *
 * @param kind {@code status-report}, {@code statement} or {@code notification}: the address it was sent to
 * @param state {@code taken}; {@code refused}; {@code failed}, when we could not work on it: the bank may send it again
 * @param message for example {@code camt.054.001.08}; absent where it could not be read
 * @param messageId the bank's own
 * @param breaks how many things in it did not fit
 * @param answer what the bank was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BankMessageView(
        UUID id,
        String kind,
        String state,
        @Nullable String message,
        @Nullable String messageId,
        int breaks,
        Map<String, Object> answer,
        String receivedBy,
        Instant receivedAt) {
    /** What changed a payout or a run's funding. */
    private static final Set<String> CHANGES = Set.of("accepted", "rejected", "booked", "returned", "funded");

    /** How many of what it told came to what; empty for what was refused. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (answer.get("counts") instanceof Map<?, ?> given) {
            given.forEach((what, many) -> {
                if (many instanceof Number number && number.intValue() > 0) {
                    counts.put(String.valueOf(what), number.intValue());
                }
            });
        }
        return counts;
    }

    /** How many things it told. */
    public int told() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many payouts and fundings it changed. */
    public int changed() {
        return counts().entrySet().stream()
                .filter(each -> CHANGES.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The code of the refusal; empty for what was taken. */
    public String refusal() {
        return answer.get("code") instanceof String code ? code : "";
    }

    /** What was wrong with it, as the bank was told; empty for what was taken. */
    public String detail() {
        return answer.get("detail") instanceof String detail ? detail : "";
    }
}
