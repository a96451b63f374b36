package io.tillgate.platform.persistence;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Makes the monthly partitions of tables that grow with sales, two months ahead, and drops those whose time is over. Both are
 * functions of the schema's owner; how long a month is kept is written in the schema and cannot be asked for here.
 */
@ApplicationScoped
class PartitionUpkeep {
    private static final Logger LOG = Logger.getLogger(PartitionUpkeep.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final String ENSURE = "select ensure_partitions(current_date, 3)";
    private static final String DROP = "select drop_aged_partitions() as gone";

    private final TenantTransaction transactions;
    private final Jobs jobs;

    PartitionUpkeep(TenantTransaction transactions, Jobs jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        jobs.every("partition-upkeep", PERIOD, this::makeAhead);
        jobs.every("partition-drop", PERIOD, this::dropAged);
    }

    private Uni<Void> makeAhead() {
        return transactions
                .global(connection -> connection.query(ENSURE).execute())
                .replaceWithVoid();
    }

    /** One at a time, each in its own transaction: a lock on a busy table is held for a moment and waited for half a second. */
    Uni<Void> dropAged() {
        return transactions
                .global(connection -> connection.query(DROP).execute())
                .map(rows -> rows.iterator().next().getString("gone"))
                .chain(gone -> {
                    if (gone == null) {
                        return Uni.createFrom().voidItem();
                    }
                    LOG.infof("%s is dropped: older than its table is kept", gone);
                    return dropAged();
                });
    }
}
