package io.tillgate.settlement.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
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
        Instant receivedAt) {}
