package io.tillgate.analytics.store;

import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Dropped;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

/** A year, and the year before to compare it with; the records they come from are kept longer. */
@ApplicationScoped
class AnalyticsRetention implements RetentionSchedule {
    private static final Period FIGURES = Period.ofYears(2);

    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Dropped("analytics_payment", FIGURES),
                new Dropped("analytics_hour", FIGURES),
                new Dropped("analytics_day", FIGURES),
                new Dropped("analytics_decline", FIGURES),
                new Dropped("analytics_basket", FIGURES),
                new Dropped("analytics_basket_hour", FIGURES),
                new Dropped("analytics_line", FIGURES),
                new Dropped("analytics_product", FIGURES),
                new Dropped("analytics_product_week", FIGURES),
                new Kept("analytics_version", "as one row a merchant"),
                new Erased(
                        "analytics_rebuild",
                        "",
                        nightly(KeepingTime.days(90), "it was asked for"),
                        DueRows.deleted("analytics_rebuild", "id", "r.asked_at")));
    }
}
