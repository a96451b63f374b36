package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What card hosts owe for a run, in one currency.
 *
 * @param reference what the host is asked to write beside its money
 * @param expected negative when refunds were more than sales
 * @param state {@code expected} or {@code received}
 * @param cost what host and schemes kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundingView(
        UUID id,
        UUID run,
        LocalDate businessDate,
        String reference,
        Money expected,
        String state,
        @Nullable Money received,
        @Nullable Money cost,
        @Nullable String bankReference,
        @Nullable LocalDate settlementDate,
        @Nullable String receivedBy,
        @Nullable Instant receivedAt) {}
