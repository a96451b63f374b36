package io.tillgate.risk.store;

import static io.tillgate.platform.retention.TableRetention.When.everyRound;
import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Dropped;
import io.tillgate.platform.retention.TableRetention.Erased;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

@ApplicationScoped
class RiskRetention implements RetentionSchedule {
    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Dropped("risk_decision", Period.ofYears(2)),
                new Erased(
                        "risk_review",
                        "",
                        nightly(KeepingTime.years(2), "the day of its payment"),
                        DueRows.deleted("risk_review", "id", "r.business_date")),
                new Erased(
                        "risk_counter",
                        "",
                        everyRound(KeepingTime.days(CounterExpiry.DAYS), "its time, fine ones sooner"),
                        DueRows.erasedBy(new CounterExpiry(), "r.bucket", "true")),
                new Erased(
                        "risk_list_entry",
                        "",
                        nightly(KeepingTime.days(1), "it expired"),
                        DueRows.deleted("risk_list_entry", "id", "r.expires_at")));
    }
}
