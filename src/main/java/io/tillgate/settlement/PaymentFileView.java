package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payouts that were released together: one {@code pain.001}.
 *
 * @param messageId by which the bank knows it
 * @param state {@code ready}, {@code fetched}, or {@code cancelled} when all its payouts were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentFileView(
        UUID id,
        String messageId,
        String state,
        int payouts,
        Money total,
        LocalDate executionDate,
        Instant createdAt,
        @Nullable Instant fetchedAt) {}
