package io.tillgate.platform.persistence;

import io.quarkus.runtime.StartupEvent;
import io.tillgate.platform.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Makes the monthly partitions of tables that grow with sales, two months ahead. */
@ApplicationScoped
class PartitionUpkeep {
    private static final String ENSURE = "select ensure_partitions(current_date, 3)";

    private final TenantTransaction transactions;
    private final Jobs jobs;

    PartitionUpkeep(TenantTransaction transactions, Jobs jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        jobs.every(
                "partition-upkeep",
                Duration.ofHours(6),
                () -> transactions
                        .global(connection -> connection.query(ENSURE).execute())
                        .replaceWithVoid());
    }
}
