package io.tillgate.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was done, newest first. */
@ApplicationScoped
public class AuditTrail {
    private static final String PAGE = "select id, occurred_at, merchant_id, actor, actor_roles, action, subject_type,"
            + " subject_id, before::text as before, after::text as after, source, correlation_id from audit_record"
            + " where tenant_id = $1 and ($2::text is null or subject_type = $2) and ($3::text is null or subject_id = $3)"
            + " and ($4::text is null or actor = $4) and ($5::text is null or action like $5)"
            + " and ($6::timestamptz is null or occurred_at >= $6) and ($7::timestamptz is null or occurred_at < $7)"
            + " and ($8::uuid is null or id < $8) order by id desc limit $9";

    private final TenantTransaction transactions;

    AuditTrail(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * What to list; a null asks nothing.
     *
     * @param action whole, or its noun: {@code merchant} finds {@code merchant.suspend}
     * @param from inclusive
     * @param to exclusive
     */
    public record Asked(
            @Nullable String type,
            @Nullable String id,
            @Nullable String actor,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static Asked about(String type, String id) {
            return new Asked(type, id, null, null, null, null);
        }

        private @Nullable String actionPattern() {
            String escaped = action == null
                    ? ""
                    : action.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            return action == null ? null : escaped + "%";
        }
    }

    /** Who did what, when, from where. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditView(
            UUID id,
            Instant at,
            @Nullable UUID merchant,
            String actor,
            List<String> roles,
            String action,
            String subjectType,
            String subjectId,
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after,
            @Nullable String source,
            @Nullable String correlationId) {}

    /** @param scope whose records the reader may see */
    public Uni<Page<AuditView>> page(Scope scope, TenantId tenant, Asked asked, PageRequest page) {
        Tuple values = Tuple.tuple()
                .addUUID(tenant.value())
                .addString(asked.type())
                .addString(asked.id())
                .addString(asked.actor())
                .addString(asked.actionPattern())
                .addValue(asked.from() == null ? null : asked.from().atOffset(ZoneOffset.UTC))
                .addValue(asked.to() == null ? null : asked.to().atOffset(ZoneOffset.UTC))
                .addUUID(page.afterId())
                .addInteger(page.limit() + 1);
        return transactions
                .sql(scope, connection -> connection.preparedQuery(PAGE).execute(values))
                .map(rows -> {
                    List<AuditView> found = new ArrayList<>();
                    rows.forEach(row -> found.add(view(row)));
                    return Page.of(found, page, record -> record.id().toString());
                });
    }

    private static AuditView view(Row row) {
        return new AuditView(
                row.getUUID("id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getUUID("merchant_id"),
                row.getString("actor"),
                List.of(row.getArrayOfStrings("actor_roles")),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("before"),
                row.getString("after"),
                row.getString("source"),
                row.getString("correlation_id"));
    }
}
