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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a host said when nobody waited for it, laid to its payment where trace and terminal tell which. A host that
 * approves late what it did not know when it was reversed has charged after all: the reversal is owed again.
 */
@ApplicationScoped
public class EvidenceStore {
    private static final String INSERT =
            "with kept as (insert into host_evidence (tenant_id, business_date, id, payment_id, kind, message)"
                    + " select $1, $2, $3, (select p.id from payment p where p.tenant_id = $1 and p.trace = $6"
                    + " and p.terminal_number = $7 and p.transmitted_at > now() - interval '1 day' order by p.id desc limit 1), $4, $5"
                    + " returning payment_id)"
                    + " update host_duty d set state = 'owed', attempts = 0, next_attempt_at = now(), ended_at = null"
                    + " from kept where d.tenant_id = $1 and d.payment_id = kept.payment_id and d.kind = 'reverse'"
                    + " and d.state = 'answered' and d.response_code in ('12', '25') and $8";

    private static final Set<String> APPROVED = Set.of("00", "10", "000");

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
                            evidence.terminalNumber(),
                            evidence.approval()
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
            @Nullable String terminalNumber) {
        /** A late yes to a financial message; a late answer to a reversal is not one. */
        boolean approval() {
            boolean ofThePayment = kind.equals("lost-race")
                    || (kind.equals("late") && message.getString("mti", "").startsWith("02"));
            return ofThePayment && APPROVED.contains(message.getString("responseCode", ""));
        }
    }
}
