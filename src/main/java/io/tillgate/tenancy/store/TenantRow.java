package io.tillgate.tenancy.store;

import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.vertx.core.json.JsonObject;

/**
 * A tenant as it is kept.
 *
 * @param config the applied file as JSON, placeholders resolved
 * @param version counts the files applied, from 1
 */
public record TenantRow(
        TenantId id,
        String slug,
        String realm,
        String issuer,
        Tenant.Status status,
        JsonObject config,
        String hash,
        int version) {}
