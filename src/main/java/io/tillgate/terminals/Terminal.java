package io.tillgate.terminals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as people see it, with its present state.
 *
 * @param number ISO 8583 field 41
 * @param merchantNumber ISO 8583 field 42
 * @param documents the versions that it last said it holds, by kind
 * @param reported everything else it last said about itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terminal(
        TerminalId id,
        String number,
        String merchantNumber,
        MerchantId merchantId,
        MerchantAccountId merchantAccountId,
        StoreId storeId,
        String label,
        Status status,
        int version,
        Instant createdAt,
        Activation activation,
        @Nullable Connection connection,
        @Nullable Instant certificateValidUntil,
        Map<String, Object> documents,
        @Nullable Map<String, Object> reported,
        @Nullable Instant reportedAt) {

    public enum Status {
        /** Never enrolled. */
        CREATED,
        ACTIVE,
        /** Takes no sale, refund or void until it is unblocked; reversals and stored sales are still taken. */
        BLOCKED,
        /** For good: its certificates are dead, and it cannot be enrolled again. */
        REVOKED
    }

    /** What became of its activation code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Activation(
            State state, int wrongTries, @Nullable Instant expiresAt) {
        public enum State {
            WAITING,
            USED,
            /** Five wrong tries: make a new code. */
            SPENT,
            EXPIRED
        }
    }

    /**
     * Its last connection.
     *
     * @param protocol {@code 3.1.1} or {@code 5}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Connection(
            boolean online,
            String protocol,
            String source,
            Instant connectedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}
}
