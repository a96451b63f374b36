package io.tillgate.tenancy.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How far each tenant's business time is behind real time. */
@ApplicationScoped
public class PostgresBusinessClocks {
    private static final String ALL = "select tenant_id, behind_millis from business_clock";
    private static final String SET = "insert into business_clock (tenant_id, behind_millis) values ($1, $2)"
            + " on conflict (tenant_id) do update set behind_millis = excluded.behind_millis, moved_at = now()";
    private static final String FORGET = "delete from business_clock where tenant_id = $1";

    private final TenantTransaction transactions;

    PostgresBusinessClocks(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** Of these tenants, the ones that are behind. */
    public Uni<Map<TenantId, Duration>> behind(Collection<TenantId> tenants) {
        if (tenants.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transactions
                .read(Scope.tenants(tenants), sql -> sql.preparedQuery(ALL).execute())
                .map(rows -> {
                    Map<TenantId, Duration> behind = new HashMap<>();
                    rows.forEach(row -> behind.put(
                            new TenantId(row.getUUID("tenant_id")), Duration.ofMillis(row.getLong("behind_millis"))));
                    return behind;
                });
    }

    public Uni<Void> set(TenantId tenant, Duration behind) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        sql -> behind.isZero()
                                ? sql.preparedQuery(FORGET).execute(Tuple.of(tenant.value()))
                                : sql.preparedQuery(SET).execute(Tuple.of(tenant.value(), behind.toMillis())))
                .replaceWithVoid();
    }
}
