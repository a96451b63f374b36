package io.tillgate.merchants;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.time.Instant;

/** A business that passed onboarding. */
public record Merchant(
        TenantId tenant, MerchantId id, int version, BusinessIdentity business, Standing standing, Instant createdAt) {}
