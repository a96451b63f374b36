package io.tillgate.payments.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Keeps what a host said when nobody waited for it, laid to its payment where trace and terminal tell which. */
@ApplicationScoped
public class EvidenceStore {
    private static final String INSERT =
            "insert into host_evidence (tenant_id, business_date, id, payment_id, kind, message)"
                    + " select $1, $2, $3, (select p.id from payment p where p.tenant_id = $1 and p.trace = $6"
                    + " and p.terminal_number = $7 and p.created_at > now() - interval '1 day' order by p.id desc limit 1), $4, $5";

    private final TenantTransaction transactions;
    private final Ids ids;

    EvidenceStore(TenantTransaction transactions, Ids ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    public Uni<Void> keep(TenantId tenant, LocalDate businessDate, Evidence evidence) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection.preparedQuery(INSERT).execute(Tuple.from(new @Nullable Object[] {
                            tenant.value(),
                            businessDate,
                            ids.next(),
                            evidence.kind(),
                            evidence.message(),
                            evidence.trace(),
                            evidence.terminalNumber()
                        })))
                .replaceWithVoid();
    }

    /**
     * @param kind late, unmatched or unreadable
     * @param message masked
     */
    public record Evidence(
            String kind,
            JsonObject message,
            @Nullable Integer trace,
            @Nullable String terminalNumber) {}
}
