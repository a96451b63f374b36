package io.tillgate.terminals.store;

import static io.tillgate.platform.retention.TableRetention.When.everyRound;
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
class TerminalsRetention implements RetentionSchedule {
    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Kept("platform_authority", "for the life of the platform"),
                new Kept("tenant_authority", "for the life of the tenant"),
                new Kept("terminal", "with its merchant"),
                new Erased(
                        "terminal_activation",
                        "",
                        nightly(KeepingTime.days(30), "it expired"),
                        DueRows.deleted("terminal_activation", "terminal_id", "r.expires_at")),
                new Erased(
                        "terminal_certificate",
                        "",
                        nightly(KeepingTime.years(7), "it expired"),
                        DueRows.deleted("terminal_certificate", "serial", "r.allowed_until")),
                new Kept("terminal_session", "as one row a terminal"),
                new Erased(
                        "terminal_outbox",
                        "",
                        everyRound(KeepingTime.days(1), "it expired"),
                        DueRows.deleted("terminal_outbox", "terminal_id, sequence", "r.expires_at")),
                new Kept("terminal_state", "as one row a terminal"),
                new Erased(
                        "terminal_command",
                        "",
                        nightly(KeepingTime.years(1), "it was asked for"),
                        DueRows.deleted("terminal_command", "id", "r.requested_at")),
                new Erased(
                        "terminal_event",
                        "",
                        nightly(KeepingTime.days(90), "it happened"),
                        DueRows.deleted("terminal_event", "id", "r.occurred_at")));
    }
}
