package io.tillgate.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TerminalId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that went on and that somebody has to look at.
 *
 * @param id that of the payment
 * @param evidence facts, counters, lists and the rules that fired, as recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        UUID id,
        PaymentId payment,
        Status status,
        int score,
        @Nullable String reason,
        MerchantId merchant,
        TerminalId terminal,
        Map<String, Object> evidence,
        Instant openedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String note,
        int version) {
    /** Where a review stands. */
    public enum Status {
        OPEN("open"),
        ACCEPTED("accepted"),
        FRAUD("fraud");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @com.fasterxml.jackson.annotation.JsonValue
        public String code() {
            return code;
        }

        public static Status ofCode(String code) {
            for (Status each : values()) {
                if (each.code.equals(code)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("no status " + code);
        }
    }
}
