package io.tillgate.payments.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What card hosts are owed. A claim pushes the next attempt 90 s away, beyond the 20 s that any host is given: whoever
 * claims asks at once, and a dead replica loses nothing.
 */
@ApplicationScoped
public class DutyStore {
    /** At most so many are claimed by one call: ask all of them at once. */
    public static final int CLAIM_MAX = 32;

    private static final String CLAIM = "update host_duty d set attempts = d.attempts + 1,"
            + " next_attempt_at = now() + interval '90 seconds'"
            + " from (select tenant_id, payment_id, kind from host_duty where state = 'owed' and next_attempt_at <= now()"
            + " order by next_attempt_at limit " + CLAIM_MAX + " for update skip locked) due"
            + " where d.tenant_id = due.tenant_id and d.payment_id = due.payment_id and d.kind = due.kind"
            + " returning d.tenant_id, d.payment_id, d.kind, d.reason, d.attempts";
    private static final String END = "update host_duty set state = $4, response_code = $5, ended_at = now()"
            + " where tenant_id = $1 and payment_id = $2 and kind = $3 and state = 'owed'";
    private static final String AGAIN =
            "update host_duty set next_attempt_at = now() + $4::bigint * interval '1 millisecond',"
                    + " response_code = $5 where tenant_id = $1 and payment_id = $2 and kind = $3 and state = 'owed'";
    private static final String COUNT =
            "select tenant_id, state, count(*) as duties from host_duty where state in ('owed', 'abandoned')"
                    + " group by tenant_id, state";

    private final TenantTransaction transactions;

    DutyStore(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    public Uni<List<OwedDuty>> claim(Scope scope) {
        return transactions
                .sql(scope, connection -> connection.query(CLAIM).execute())
                .map(rows -> {
                    List<OwedDuty> owed = new ArrayList<>();
                    rows.forEach(row -> owed.add(new OwedDuty(
                            new TenantId(row.getUUID("tenant_id")),
                            new PaymentId(row.getUUID("payment_id")),
                            row.getString("kind"),
                            row.getString("reason"),
                            row.getInteger("attempts"))));
                    return owed;
                });
    }

    /** What is open: owed, and abandoned. */
    public Uni<List<DutyCount>> count(Scope scope) {
        return transactions
                .sql(scope, connection -> connection.query(COUNT).execute())
                .map(rows -> {
                    List<DutyCount> counts = new ArrayList<>();
                    rows.forEach(row -> counts.add(new DutyCount(
                            new TenantId(row.getUUID("tenant_id")), row.getString("state"), row.getLong("duties"))));
                    return counts;
                });
    }

    /** @param state {@code owed} or {@code abandoned} */
    public record DutyCount(TenantId tenant, String state, long duties) {}

    /** @param state {@code answered} or {@code abandoned} */
    public Uni<Void> end(OwedDuty duty, String state, @Nullable String responseCode) {
        return update(
                duty, END, Tuple.of(duty.tenant().value(), duty.payment().value(), duty.kind(), state, responseCode));
    }

    public Uni<Void> again(OwedDuty duty, Duration after, @Nullable String responseCode) {
        return update(
                duty,
                AGAIN,
                Tuple.of(duty.tenant().value(), duty.payment().value(), duty.kind(), after.toMillis(), responseCode));
    }

    private Uni<Void> update(OwedDuty duty, String sql, Tuple columns) {
        return transactions
                .sql(
                        Scope.tenant(duty.tenant()),
                        connection -> connection.preparedQuery(sql).execute(columns))
                .replaceWithVoid();
    }

    /**
     * @param kind {@code reverse} or {@code repeat}
     * @param attempts including the one to be made now
     */
    public record OwedDuty(TenantId tenant, PaymentId payment, String kind, String reason, int attempts) {}
}
