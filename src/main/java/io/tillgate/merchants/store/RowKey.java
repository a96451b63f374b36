package io.tillgate.merchants.store;

import io.tillgate.shared.Identifier;
import io.tillgate.shared.TenantId;
import java.util.UUID;

/** Every row's key: its tenant first. */
public record RowKey(UUID tenantId, UUID id) {
    static RowKey of(TenantId tenant, Identifier id) {
        return new RowKey(tenant.value(), id.value());
    }
}
