package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed, or proposed, about an account's rolling reserve. The last confirmed of an account is in force.
 *
 * @param partsPerMillion of its sales less voids; 50 000 is 5 %, 0 ends the reserve
 * @param days after which it is given free
 * @param state proposed, confirmed or rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReserveTermsView(
        UUID id,
        MerchantId merchant,
        String merchantName,
        MerchantAccountId account,
        String merchantNumber,
        int partsPerMillion,
        int days,
        String reason,
        String state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {}
