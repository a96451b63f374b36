package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the bank said that does not fit the book.
 *
 * @param kind {@code unknown-payout}, {@code amount-differs}, {@code booked-twice}, {@code unexpected-word},
 *     {@code funding-unmatched} and what else a reader of bank messages finds
 * @param state {@code open} or {@code resolved}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakView(
        UUID id,
        long number,
        String kind,
        String detail,
        @Nullable Money amount,
        @Nullable String bankReference,
        @Nullable String endToEndId,
        @Nullable UUID payout,
        String state,
        Instant createdAt,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolution) {}
