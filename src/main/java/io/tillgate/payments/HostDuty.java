package io.tillgate.payments;

import io.tillgate.shared.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a card host is owed for a payment whose outcome was not known.
 *
 * @param kind {@code reverse} or {@code repeat}
 * @param reason what left it open
 * @param state {@code owed}, {@code answered} or {@code abandoned}: then a person has to look
 */
public record HostDuty(
        PaymentId payment,
        String kind,
        String reason,
        String state,
        int attempts,
        Instant nextAttemptAt,
        @Nullable String responseCode,
        Instant createdAt,
        @Nullable Instant endedAt) {}
