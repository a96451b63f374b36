package io.tillgate.terminals.usecase;

import io.tillgate.shared.TenantId;

/** Whether a tenant brings keys into terminals over the air; without one, all do. */
public interface KeyDeliveryPolicy {
    boolean delivers(TenantId tenant);
}
