package io.tillgate.risk;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.risk.Review.Status;
import io.tillgate.risk.store.ReviewTable;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The analysts' queue: decided once each, by one person. */
@ApplicationScoped
public class RiskReviews {
    private final TenantTransaction transaction;
    private final Audit audit;

    RiskReviews(TenantTransaction transaction, Audit audit) {
        this.transaction = transaction;
        this.audit = audit;
    }

    /** Oldest first. */
    public Uni<Page<Review>> queue(TenantId tenant, Status status, PageRequest page) {
        return transaction.sql(Scope.tenant(tenant), c -> ReviewTable.page(c, tenant, status, page));
    }

    public Uni<Review> get(TenantId tenant, UUID id) {
        return transaction.sql(Scope.tenant(tenant), c -> found(c, tenant, id));
    }

    /** Closes an open review. Refuses one that is closed, telling nothing is changed. */
    public Uni<Review> decide(Caller caller, UUID id, Status outcome, @Nullable String note) {
        if (outcome == Status.OPEN) {
            throw new Refusal(CommonProblem.VALIDATION, "decide accepted or fraud");
        }
        TenantId tenant = caller.tenant();
        return transaction.sql(
                Scope.tenant(tenant),
                c -> found(c, tenant, id)
                        .chain(before -> ReviewTable.close(
                                c, new ReviewTable.Closing(tenant, id, outcome, caller.username(), note)))
                        .invoke(RiskReviews::refuseUnchanged)
                        .call(() -> audit.record(c, auditOf(caller, id, outcome, note)))
                        .chain(() -> found(c, tenant, id)));
    }

    private static Uni<Review> found(SqlConnection connection, TenantId tenant, UUID id) {
        return ReviewTable.find(connection, tenant, id)
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such review")));
    }

    private static void refuseUnchanged(boolean closed) {
        if (!closed) {
            throw new Refusal(RiskProblem.REVIEW_DECIDED, "this review is decided already");
        }
    }

    private static AuditEntry auditOf(Caller caller, UUID id, Status outcome, @Nullable String note) {
        return new AuditEntry(
                caller.tenant(),
                null,
                AuditEntry.Actor.of(caller),
                "risk-review.decide",
                new AuditEntry.Subject("risk-review", id.toString()),
                new JsonObject().put("status", Status.OPEN.code()),
                new JsonObject().put("status", outcome.code()).put("note", note));
    }
}
