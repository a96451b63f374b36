package io.tillgate.risk.store;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.risk.domain.Grain;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Removes buckets that no window reaches any more, a bounded number a round, tenant by tenant. */
@ApplicationScoped
public class CounterExpiry {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final String EXPIRE = "delete from risk_counter where tenant_id = $1 and ctid = any (array("
            + "select ctid from risk_counter where tenant_id = $1 and grain = $2 and bucket < $3 limit 10000))";

    private final TenantTransaction transaction;
    private final TenantDirectory tenants;
    private final Clock clock;

    CounterExpiry(TenantTransaction transaction, TenantDirectory tenants, Clock clock) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("risk-counter-expiry", PERIOD, this::expire);
    }

    private Uni<Void> expire() {
        return Multi.createFrom()
                .iterable(tenants.all())
                .map(RealmEntry::tenant)
                .onItem()
                .transformToUniAndConcatenate(this::expire)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** All of one tenant that is due, up to 10 000 buckets of each grain. */
    Uni<Void> expire(TenantId tenant) {
        return transaction.sql(
                Scope.tenant(tenant),
                connection -> Multi.createFrom()
                        .items(Grain.values())
                        .onItem()
                        .transformToUniAndConcatenate(grain -> expire(connection, tenant, grain))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Integer> expire(SqlConnection connection, TenantId tenant, Grain grain) {
        return connection
                .preparedQuery(EXPIRE)
                .execute(Tuple.of(
                        tenant.value(),
                        grain.name(),
                        clock.instant().minus(grain.keep()).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }
}
