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
 * @param moved what the bank account changed by, negative when it went out: it stands in suspense until this is resolved
 * @param state open; proposed, when one person said whose it is; resolved, when another agreed
 * @param belongs whose it is: a code of {@link BreakProposal.Owner}
 * @param belongsTo which one: a run, an attempt of a payout, a merchant account, another difference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakView(
        UUID id,
        long number,
        String kind,
        String detail,
        @Nullable Money amount,
        @Nullable Money moved,
        @Nullable String bankReference,
        @Nullable String endToEndId,
        @Nullable UUID payout,
        String state,
        Instant createdAt,
        @Nullable String belongs,
        @Nullable UUID belongsTo,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolution) {}
