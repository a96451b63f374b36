package io.tillgate.platform.retention;

import static io.tillgate.platform.retention.TableRetention.When.everyRound;
import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.ErasedWith;
import io.tillgate.platform.retention.TableRetention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Of the platform's own tables. */
@ApplicationScoped
class PlatformRetention implements RetentionSchedule {
    private final TenantKeeping tenants;

    PlatformRetention(TenantKeeping tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Kept("partitioned_table", "for the life of the schema"),
                new Kept("job_lease", "as one row a job"),
                new Erased(
                        "outbox_event",
                        "dead ones",
                        nightly(KeepingTime.days(90), "they were made"),
                        DueRows.deleted("outbox_event", "id", "r.created_at", "r.dead")),
                new Erased(
                        "audit_record",
                        "",
                        nightly(
                                KeepingTime.policy("retention.audit", tenant -> Optional.of(tenants.audit(tenant))),
                                "it happened"),
                        DueRows.deleted("audit_record", "business_date, id", "r.occurred_at")),
                new ErasedWith("stored_file", "the record that owns it"),
                new Erased(
                        "portal_session",
                        "",
                        everyRound(KeepingTime.days(1), "it ended"),
                        DueRows.deleted("portal_session", "handle_hash", "r.expires_at")));
    }
}
