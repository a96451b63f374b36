package io.tillgate.payments.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentView;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of payments and of what card hosts are owed, newest first. Payment ids are ours and rise with time. */
@ApplicationScoped
public class PaymentLists {
    private static final String PAYMENTS = "select " + PaymentReads.COLUMNS + " from payment p"
            + " where p.tenant_id = $1 and ($2::uuid is null or p.id < $2) and ($3::text is null or p.state = $3)"
            + " and ($4::text is null or p.kind = $4) and ($5::uuid is null or p.sale_id = $5)"
            + " and ($6::uuid is null or p.request_id = $6) order by p.id desc limit $7";
    private static final String DUTIES = "select payment_id, kind, reason, state, attempts, next_attempt_at,"
            + " response_code, created_at, ended_at from host_duty"
            + " where tenant_id = $1 and ($2::uuid is null or payment_id < $2) and ($3::text is null or state = $3)"
            + " and ($4::uuid is null or payment_id = $4) order by payment_id desc limit $5";
    private static final String RETRY = "update host_duty set state = 'owed', attempts = 0, next_attempt_at = now(),"
            + " ended_at = null where tenant_id = $1 and payment_id = $2 and state in ('owed', 'abandoned')";

    private final TenantTransaction transactions;
    private final Audit audit;

    PaymentLists(TenantTransaction transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What to list; a null asks nothing. */
    public record Filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable UUID sale,
            @Nullable UUID request) {}

    /**
     * Something a card host is owed.
     *
     * @param kind {@code reverse} or {@code repeat}
     * @param state {@code owed}, {@code answered} or {@code abandoned}
     */
    public record DutyView(
            PaymentId payment,
            String kind,
            String reason,
            String state,
            int attempts,
            Instant nextAttemptAt,
            @Nullable String responseCode,
            Instant createdAt,
            @Nullable Instant endedAt) {}

    public Uni<Page<PaymentView>> payments(Caller caller, Filter filter, PageRequest request) {
        Tuple values = Tuple.tuple()
                .addUUID(caller.tenant().value())
                .addUUID(request.afterId())
                .addString(filter.state())
                .addString(filter.kind())
                .addUUID(filter.sale())
                .addUUID(filter.request())
                .addInteger(request.limit() + 1);
        return transactions
                .sql(caller.scope(), sql -> sql.preparedQuery(PAYMENTS).execute(values))
                .map(rows -> {
                    List<PaymentView> payments = new ArrayList<>();
                    rows.forEach(row -> payments.add(PaymentReads.view(row)));
                    return Page.of(payments, request, payment -> payment.id().toString());
                });
    }

    public Uni<Page<DutyView>> duties(Caller caller, @Nullable String state, PageRequest request) {
        return transactions
                .sql(
                        caller.scope(),
                        sql -> duties(sql, caller, new Asked(request.afterId(), state, null, request.limit() + 1)))
                .map(duties -> Page.of(duties, request, duty -> duty.payment().toString()));
    }

    /** What one payment owes, or owed. */
    public Uni<List<DutyView>> duties(Caller caller, PaymentId payment) {
        return transactions.sql(caller.scope(), sql -> duties(sql, caller, new Asked(null, null, payment.value(), 10)));
    }

    /** Lets an abandoned duty be tried again, now. */
    public Uni<Void> retry(Caller caller, PaymentId payment) {
        Tuple key = Tuple.of(caller.tenant().value(), payment.value());
        return transactions.sql(
                caller.scope(),
                sql -> sql.preparedQuery(RETRY).execute(key).chain(changed -> {
                    if (changed.rowCount() == 0) {
                        throw new Refusal(CommonProblem.NOT_FOUND, "nothing is owed for this payment");
                    }
                    return audit.record(sql, retried(caller, payment));
                }));
    }

    private record Asked(
            @Nullable UUID after,
            @Nullable String state,
            @Nullable UUID payment,
            int limit) {}

    private static Uni<List<DutyView>> duties(SqlConnection sql, Caller caller, Asked asked) {
        Tuple values = Tuple.tuple()
                .addUUID(caller.tenant().value())
                .addUUID(asked.after())
                .addString(asked.state())
                .addUUID(asked.payment())
                .addInteger(asked.limit());
        return sql.preparedQuery(DUTIES).execute(values).map(rows -> {
            List<DutyView> duties = new ArrayList<>();
            rows.forEach(row -> duties.add(duty(row)));
            return duties;
        });
    }

    private static DutyView duty(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new DutyView(
                new PaymentId(row.getUUID("payment_id")),
                row.getString("kind"),
                row.getString("reason"),
                row.getString("state"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("next_attempt_at").toInstant(),
                row.getString("response_code"),
                row.getOffsetDateTime("created_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static AuditEntry retried(Caller caller, PaymentId payment) {
        return new AuditEntry(
                caller.tenant(),
                null,
                AuditEntry.Actor.of(caller),
                "host-duty.retry",
                new AuditEntry.Subject("payment", payment.toString()),
                null,
                new JsonObject().put("state", "owed"));
    }
}
