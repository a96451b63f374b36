package io.tillgate.onboarding.store;

import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.TenantId;
import java.util.UUID;

/** An application's key: its tenant first. */
public record ApplicationKey(UUID tenantId, UUID id) {
    static ApplicationKey of(TenantId tenant, ApplicationId id) {
        return new ApplicationKey(tenant.value(), id.value());
    }
}
