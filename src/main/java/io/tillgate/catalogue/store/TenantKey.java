package io.tillgate.catalogue.store;

import java.io.Serializable;
import java.util.UUID;

/** Primary key of every managed record here. */
record TenantKey(UUID tenantId, UUID id) implements Serializable {}
