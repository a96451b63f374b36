package io.tillgate.catalogue;

import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.util.UUID;

/** Names a reservation made before, by its coupon and sale, to confirm it or to give it back. */
public record CouponSettlement(TenantId tenant, UUID coupon, UUID source, Instant at) {}
