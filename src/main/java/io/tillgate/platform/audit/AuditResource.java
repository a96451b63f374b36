package io.tillgate.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.TenantTransaction;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The audit trail: the acquirer's staff see their tenant's, a merchant's owner the own merchant's. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.MERCHANT_OWNER, Roles.OPERATOR})
public class AuditResource {
    private static final String PAGE = "select id, occurred_at, merchant_id, actor, actor_roles, action, subject_type,"
            + " subject_id, before::text as before, after::text as after, source, correlation_id from audit_record"
            + " where tenant_id = $1 and ($2::text is null or subject_type = $2) and ($3::text is null or subject_id = $3)"
            + " and ($4::uuid is null or id < $4) order by id desc limit $5";

    private final TenantTransaction transactions;
    private final CurrentCaller callers;

    AuditResource(TenantTransaction transactions, CurrentCaller callers) {
        this.transactions = transactions;
        this.callers = callers;
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

    @GET
    @Operation(summary = "Audit records, newest first; of one subject with type and id")
    public Uni<Page<AuditView>> page(
            @QueryParam("type") @Size(max = 60) @Nullable String type,
            @QueryParam("id") @Size(max = 100) @Nullable String id,
            @BeanParam PageRequest page) {
        Caller caller = callers.get();
        Tuple columns = Tuple.of(caller.tenant().value(), type, id, page.afterId(), page.limit() + 1);
        return transactions
                .sql(
                        caller.scope(),
                        connection -> connection.preparedQuery(PAGE).execute(columns))
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
