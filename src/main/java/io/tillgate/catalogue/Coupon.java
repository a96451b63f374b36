package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coupon as it stands; {@code version} is its ETag, {@code taken} the uses reserved or confirmed so far. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coupon(
        UUID id,
        String code,
        DiscountTerms discount,
        String currency,
        Validity validity,
        @Nullable Integer redemptionsMax,
        @Nullable Integer perCardMax,
        long basketMin,
        boolean active,
        int taken,
        int version) {}
