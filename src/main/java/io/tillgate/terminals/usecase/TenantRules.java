package io.tillgate.terminals.usecase;

import io.tillgate.shared.TenantId;
import java.util.OptionalInt;

/** What a tenant's settings and standing mean for its terminals. Answers from memory. */
public interface TenantRules {
    /** Messages that one terminal may send in a minute; empty while the tenant's file is not read yet. */
    OptionalInt messagesPerMinute(TenantId tenant);

    /** Whether the operator has suspended it: none of its terminals may be connected. */
    boolean isSuspended(TenantId tenant);

    /** The tenant as a metric's label: bounded in number. */
    String label(TenantId tenant);
}
