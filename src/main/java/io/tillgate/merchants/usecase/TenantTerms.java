package io.tillgate.merchants.usecase;

import io.tillgate.shared.TenantId;

/** What merchants needs to know of a tenant's file. */
public interface TenantTerms {
    boolean hasFeePlan(TenantId tenant, String name);
}
