package io.tillgate.settlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one message of a bank said of one payout. The words are those of {@link BankMessageView} and {@link BankEntryView}.
 *
 * @param message in which it was said
 * @param messageId the bank's own
 */
public record BankSaid(
        UUID message,
        String kind,
        String messageId,
        Instant receivedAt,
        String what,
        String outcome,
        @Nullable String reasonCode,
        @Nullable String reason) {}
