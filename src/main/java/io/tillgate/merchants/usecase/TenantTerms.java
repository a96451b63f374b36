package io.tillgate.merchants.usecase;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CategoryCode;
import java.util.Currency;

/** What merchants needs to know of a tenant's file. */
public interface TenantTerms {
    boolean hasFeePlan(TenantId tenant, String name);

    /** Of all its price lists. */
    Currency currency(TenantId tenant);

    /** Whether the tenant takes businesses of this category. */
    boolean accepts(TenantId tenant, CategoryCode category);
}
