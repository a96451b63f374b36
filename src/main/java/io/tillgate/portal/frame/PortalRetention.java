package io.tillgate.portal.frame;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.When;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Of the portal's one table. */
@ApplicationScoped
class PortalRetention implements RetentionSchedule {
    @Override
    public List<TableRetention> tables() {
        return List.of(new Erased(
                "portal_form",
                "",
                When.nightly(KeepingTime.days(7), "it was sent"),
                DueRows.deleted("portal_form", "id", "r.sent_at")));
    }
}
