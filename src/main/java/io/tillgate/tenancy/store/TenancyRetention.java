package io.tillgate.tenancy.store;

import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class TenancyRetention implements RetentionSchedule {
    private static final String REPLACED =
            "exists (select from tenant_file n where n.tenant_id = r.tenant_id and n.version > r.version)";

    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Kept("tenant", "for the life of the installation"),
                new Kept("business_clock", "for the life of the installation"),
                new Erased(
                        "tenant_file",
                        "all but the last",
                        nightly(KeepingTime.years(10), "they were applied"),
                        DueRows.deleted("tenant_file", "version", "r.applied_at", REPLACED)));
    }
}
