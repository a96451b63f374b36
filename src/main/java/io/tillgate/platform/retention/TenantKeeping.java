package io.tillgate.platform.retention;

import io.tillgate.shared.TenantId;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** What the jobs must know of the tenants. Filled by tenancy; answers from memory. */
public interface TenantKeeping {
    /** Every tenant, suspended ones too, and the platform itself. */
    List<TenantId> all();

    /** Where its night is. */
    ZoneId zone(TenantId tenant);

    /** How long it keeps audit records. */
    Period audit(TenantId tenant);
}
