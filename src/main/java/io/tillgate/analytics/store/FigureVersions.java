package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How often merchants' figures have changed. */
@ApplicationScoped
public class FigureVersions {
    private static final String OF = "select v.tenant_id, v.merchant_id, v.version"
            + " from unnest($1::uuid[], $2::uuid[]) as w(tenant_id, merchant_id)"
            + " join analytics_version v on v.tenant_id = w.tenant_id and v.merchant_id = w.merchant_id";

    private final TenantTransaction transactions;

    FigureVersions(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    public record Whose(TenantId tenant, MerchantId merchant) {}

    /** Without those that never sold anything. */
    public Uni<Map<Whose, Long>> of(Set<Whose> merchants) {
        List<Whose> asked = List.copyOf(merchants);
        Scope scope = Scope.tenants(asked.stream().map(Whose::tenant).collect(Collectors.toSet()));
        Tuple keys =
                ColumnArrays.of(asked).ids(Whose::tenant).ids(Whose::merchant).tuple();
        return transactions
                .read(scope, connection -> connection.preparedQuery(OF).execute(keys))
                .map(rows -> {
                    Map<Whose, Long> versions = new HashMap<>();
                    rows.forEach(row -> versions.put(
                            new Whose(
                                    new TenantId(row.getUUID("tenant_id")), new MerchantId(row.getUUID("merchant_id"))),
                            row.getLong("version")));
                    return versions;
                });
    }
}
