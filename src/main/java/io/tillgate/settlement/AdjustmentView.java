package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction by hand of what a merchant account is owed.
 *
 * @param amount positive in the merchant's favour, negative to its debit
 * @param reason what the merchant reads; absent when it was erased
 * @param note for the acquirer's people alone
 * @param state proposed, confirmed or rejected
 * @param bookedOn business date of its entry, once it is confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdjustmentView(
        UUID id,
        MerchantId merchant,
        String merchantName,
        MerchantAccountId account,
        String merchantNumber,
        Money amount,
        @Nullable String reason,
        @Nullable String note,
        String state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable LocalDate bookedOn) {}
