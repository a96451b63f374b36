package io.tillgate.catalogue;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One coupon in one sale.
 *
 * @param source the sale; the same source and coupon reserve once however often they come
 * @param cardToken the tenant's token of the card, for limits per card; null for cash
 * @param at the business time at which validity is judged
 */
public record CouponReservation(
        TenantId tenant,
        MerchantId merchant,
        UUID coupon,
        UUID source,
        @Nullable String cardToken,
        Instant at) {}
