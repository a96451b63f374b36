package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was held back of one merchant account at one cut-off.
 *
 * @param base the sales that it is a share of, less voids
 * @param partsPerMillion 50 000 is 5 %
 * @param releaseOn business date of the first cut-off that gives it free
 * @param releasedOn absent while it is held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReserveView(
        UUID id,
        MerchantId merchant,
        MerchantAccountId account,
        String merchantNumber,
        Money base,
        int partsPerMillion,
        Money amount,
        LocalDate heldOn,
        LocalDate releaseOn,
        @Nullable LocalDate releasedOn) {}
