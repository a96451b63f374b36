package io.tillgate.tenancy;

import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The time at which a tenant does business: what sales are stamped with, which date they are booked under, when its day is cut off.
 * TLS, tokens, deadlines and timers never ask it; they keep real time.
 */
@ApplicationScoped
public class BusinessClock {
    private final Clock clock;
    private final Tenants tenants;

    BusinessClock(Clock clock, Tenants tenants) {
        this.clock = clock;
        this.tenants = tenants;
    }

    public Instant now(TenantId tenant) {
        return clock.instant();
    }

    /** The date that something done now is booked under. */
    public LocalDate date(TenantId tenant) {
        return tenants.businessDate(tenant, now(tenant));
    }
}
