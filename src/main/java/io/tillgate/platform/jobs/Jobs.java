package io.tillgate.platform.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.SafeContext;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that repeats. A round that still runs makes the next one wait; a round that fails is logged and counted, and the
 * next comes as if nothing had happened.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final String LEASE = "insert into job_lease as l (name, holder, until)"
            + " values ($1, $2, now() + $3::bigint * interval '1 millisecond')"
            + " on conflict (name) do update set holder = excluded.holder, until = excluded.until"
            + " where l.holder = excluded.holder or l.until < now()";

    private final Vertx vertx;
    private final Instance<Pool> pool;
    private final MeterRegistry metrics;
    private final UUID holder = UUID.randomUUID();
    private final Map<String, Integer> failuresInARow = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Jobs(Vertx vertx, Instance<Pool> pool, MeterRegistry metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.metrics = metrics;
    }

    /** One replica at a time runs it; another takes over within three periods (at least ten seconds) when that one dies. */
    public void every(String name, Duration period, Supplier<Uni<Void>> work) {
        everyOnEachReplica(
                name,
                period,
                () -> lease(name, period)
                        .chain(mine -> mine ? work.get() : Uni.createFrom().voidItem()));
    }

    /** Every replica runs it. */
    public void everyOnEachReplica(String name, Duration period, Supplier<Uni<Void>> work) {
        AtomicBoolean running = new AtomicBoolean();
        vertx.setPeriodic(period.toMillis(), timer -> {
            if (stopping) {
                vertx.cancelTimer(timer);
            } else if (running.compareAndSet(false, true)) {
                round(name, work, running);
            }
        });
    }

    /** How often each job has failed since it last succeeded here; without those that did not. */
    Map<String, Integer> failuresInARow() {
        return Map.copyOf(failuresInARow);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void round(String name, Supplier<Uni<Void>> work, AtomicBoolean running) {
        SafeContext.runOnNew(vertx, work).subscribe().with(done -> succeeded(name, running), fault -> {
            running.set(false);
            failuresInARow.merge(name, 1, Integer::sum);
            metrics.counter("tillgate.jobs.failures", "job", name).increment();
            if (!stopping) {
                LOG.warnf("job %s failed, it runs again at its next turn: %s", name, fault.toString());
            }
        });
    }

    private void succeeded(String name, AtomicBoolean running) {
        running.set(false);
        failuresInARow.remove(name);
    }

    private Uni<Boolean> lease(String name, Duration period) {
        long heldMillis = Math.max(10_000, period.toMillis() * 3);
        return pool.get()
                .preparedQuery(LEASE)
                .execute(Tuple.of(name, holder, heldMillis))
                .map(rows -> rows.rowCount() == 1);
    }
}
