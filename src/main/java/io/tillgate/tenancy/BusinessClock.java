package io.tillgate.tenancy;

import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The time at which a tenant does business: what sales are stamped with, which date they are booked under, when its day is cut
 * off. It is real time, but under the profile {@code embedded}, where the launcher may set it back to play days that are
 * over. Answers from memory. TLS, tokens, deadlines, ids and timers never ask it; they keep real time.
 */
@ApplicationScoped
public class BusinessClock {
    private final Clock clock;
    private final Tenants tenants;
    private volatile Map<TenantId, Duration> behind = Map.of();

    BusinessClock(Clock clock, Tenants tenants) {
        this.clock = clock;
        this.tenants = tenants;
    }

    /** On this clock, with nothing set back: for tests of other packages. */
    public static BusinessClock of(Clock clock) {
        return new BusinessClock(clock, new Tenants());
    }

    public Instant now(TenantId tenant) {
        return at(tenant, clock.instant());
    }

    /** The business time of what happened at this instant of real time, as a device without a line wrote it down. */
    public Instant at(TenantId tenant, Instant real) {
        Duration back = behind.get(tenant);
        return back == null ? real : real.minus(back);
    }

    /** The date that something done now is booked under. */
    public LocalDate date(TenantId tenant) {
        return tenants.businessDate(tenant, now(tenant));
    }

    /** For the use cases of this package: how far these tenants are behind; everybody else is not. */
    public void replaceAll(Map<TenantId, Duration> behind) {
        this.behind = Map.copyOf(behind);
    }
}
