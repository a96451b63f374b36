package io.tillgate.tenancy.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import io.tillgate.tenancy.store.PostgresBusinessClocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Sets a tenant's business clock back, and lets it catch up again. In embedded installations only; everywhere else nothing
 * is read, and business time is real time whatever the table says.
 */
@ApplicationScoped
public class MovingBusinessClock {
    /** Months are made two before this one: business of this long ago still finds its partition. */
    public static final Duration BEHIND_MAX = Duration.ofDays(45);

    private static final Duration SEEN_BY_OTHERS = Duration.ofMillis(500);

    private final PostgresBusinessClocks store;
    private final BusinessClock business;
    private final Tenants tenants;
    private final Embedding embedding;
    private final Clock clock;

    MovingBusinessClock(
            PostgresBusinessClocks store, BusinessClock business, Tenants tenants, Embedding embedding, Clock clock) {
        this.store = store;
        this.business = business;
        this.tenants = tenants;
        this.embedding = embedding;
        this.clock = clock;
    }

    /**
     * It is this time for the tenant now, and goes on from there; a time to come is real time again.
     *
     * @throws Refusal {@code VALIDATION} for more than {@link #BEHIND_MAX} ago
     */
    public Uni<Void> set(TenantId tenant, Instant time) {
        if (!embedding.isEmbedded()) {
            throw new IllegalStateException("business time is real time here");
        }
        Duration behind = behind(time, clock.instant());
        return store.set(tenant, behind).chain(this::look);
    }

    static Duration behind(Instant time, Instant now) {
        if (time.isBefore(now.minus(BEHIND_MAX))) {
            throw new Refusal(
                    CommonProblem.VALIDATION, "a business clock goes back " + BEHIND_MAX.toDays() + " days at most");
        }
        return time.isAfter(now) ? Duration.ZERO : Duration.between(time, now);
    }

    /** Before these tenants are known to anybody: nothing is dated by a clock that has not been read. */
    Uni<Void> load(Collection<TenantId> all) {
        return embedding.isEmbedded()
                ? store.behind(all).invoke(business::replaceAll).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** What another replica moved is seen here within a second. */
    void follow(Jobs jobs) {
        if (embedding.isEmbedded()) {
            jobs.everyOnEachReplica("business-clock.look", SEEN_BY_OTHERS, this::look);
        }
    }

    private Uni<Void> look() {
        return load(tenants.all().stream().map(Tenant::id).toList());
    }
}
