package io.tillgate.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided about payments and why, for the risk analyst. */
@ApplicationScoped
public class RiskDecisions {
    private static final String COLUMNS =
            "select id, outcome, score, reason, merchant_id, terminal_id, facts::text as facts,"
                    + " counters::text as counters, listed::text as listed, fired::text as fired, decided_at from risk_decision";
    private static final String ONE = COLUMNS + " where tenant_id = $1 and id = $2";
    private static final String PAGE = COLUMNS
            + " where tenant_id = $1 and ($2::text is null or outcome = $2) and ($3::uuid is null or id < $3)"
            + " order by id desc limit $4";

    private final TenantTransaction transaction;

    RiskDecisions(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * One decision, under the payment it is about.
     *
     * @param outcome proceed, refuse or review
     * @param fired the rules that fired, each with its action, reason and score
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            PaymentId payment,
            String outcome,
            int score,
            @Nullable String reason,
            MerchantId merchant,
            TerminalId terminal,
            @JsonRawValue String facts,
            @JsonRawValue String counters,
            @JsonRawValue String listed,
            @JsonRawValue String fired,
            Instant decidedAt) {}

    public Uni<Decided> of(TenantId tenant, PaymentId payment) {
        return transaction
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection.preparedQuery(ONE).execute(Tuple.of(tenant.value(), payment.value())))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        throw new Refusal(CommonProblem.NOT_FOUND, "there is no such decision");
                    }
                    return decided(rows.iterator().next());
                });
    }

    /** Newest first. */
    public Uni<Page<Decided>> page(TenantId tenant, @Nullable String outcome, PageRequest page) {
        return transaction
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection
                                .preparedQuery(PAGE)
                                .execute(Tuple.of(tenant.value(), outcome, page.afterId(), page.limit() + 1)))
                .map(rows -> {
                    List<Decided> found = new ArrayList<>();
                    rows.forEach(row -> found.add(decided(row)));
                    return Page.of(found, page, decision -> decision.payment().toString());
                });
    }

    private static Decided decided(Row row) {
        return new Decided(
                new PaymentId(row.getUUID("id")),
                row.getString("outcome"),
                row.getShort("score"),
                row.getString("reason"),
                new MerchantId(row.getUUID("merchant_id")),
                new TerminalId(row.getUUID("terminal_id")),
                row.getString("facts"),
                row.getString("counters"),
                row.getString("listed"),
                row.getString("fired"),
                row.getOffsetDateTime("decided_at").toInstant());
    }
}
