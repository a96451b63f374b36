package io.tillgate.sales.store;

import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Dropped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

/** Business records: kept as long as the law asks of books. */
@ApplicationScoped
class SalesRetention implements RetentionSchedule {
    private static final Period BOOKS = Period.ofYears(10);

    @Override
    public List<TableRetention> tables() {
        return List.of(new Dropped("sale", BOOKS), new Dropped("sale_line", BOOKS), new Dropped("sale_payment", BOOKS));
    }
}
