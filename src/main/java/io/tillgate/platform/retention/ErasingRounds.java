package io.tillgate.platform.retention;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.platform.retention.Erasure.Batch;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.Turn;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Erases what is due, tenant by tenant and table by table, in small transactions. What a round does not finish waits for the
 * next; a table that fails does not hold up the others, and makes the job fail at the end, so that it is counted and seen.
 */
@ApplicationScoped
class ErasingRounds {
    private static final Logger LOG = Logger.getLogger(ErasingRounds.class);

    private final TenantTransaction transactions;
    private final TenantKeeping tenants;
    private final List<Erased> erasing;
    private final RetentionSettings settings;
    private final RetentionMeters meters;
    private final Clock clock;

    ErasingRounds(
            TenantTransaction transactions,
            TenantKeeping tenants,
            @All List<RetentionSchedule> schedules,
            RetentionSettings settings,
            RetentionMeters meters,
            Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.erasing = schedules.stream()
                .flatMap(schedule -> schedule.tables().stream())
                .filter(Erased.class::isInstance)
                .map(Erased.class::cast)
                .toList();
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    private record Work(TenantId tenant, Erased rule, Batch batch) {}

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("retention", settings.period(), this::round);
    }

    /** Each tenant's share for now: what goes every round, and at its night the rest. */
    Uni<Void> round() {
        return Multi.createFrom()
                .iterable(tenants.all())
                .onItem()
                .transformToUniAndConcatenate(tenant -> round(tenant, turns(tenant)))
                .collect()
                .with(java.util.stream.Collectors.<Set<String>>reducing(Set.of(), ErasingRounds::both))
                .invoke(ErasingRounds::fail)
                .replaceWithVoid();
    }

    /** Answers the tables that failed. */
    Uni<Set<String>> round(TenantId tenant, Set<Turn> turns) {
        Instant now = clock.instant();
        List<Work> work = erasing.stream()
                .filter(rule -> turns.contains(rule.when().turn()))
                .flatMap(rule -> rule.when().kept().before(tenant, now).stream()
                        .map(before -> new Work(tenant, rule, new Batch(tenant, before, settings.batchRows()))))
                .toList();
        Set<String> failed = new TreeSet<>();
        return Multi.createFrom()
                .iterable(work)
                .onItem()
                .transformToUniAndConcatenate(each -> Uni.createFrom()
                        .deferred(() -> erase(each, settings.batchesMax()))
                        .onFailure()
                        .recoverWithUni(fault -> {
                            failed.add(failed(each, fault));
                            return measure(each).onFailure().recoverWithNull();
                        }))
                .collect()
                .last()
                .replaceWith(failed);
    }

    private Set<Turn> turns(TenantId tenant) {
        return NightPolicy.isNight(clock.instant(), tenants.zone(tenant))
                ? Set.of(Turn.EVERY_ROUND, Turn.NIGHTLY)
                : Set.of(Turn.EVERY_ROUND);
    }

    private Uni<Void> erase(Work work, int batchesLeft) {
        return transactions
                .sql(
                        Scope.tenant(work.tenant()),
                        connection -> work.rule().rows().erasure().erase(connection, work.batch()))
                .invoke(rows -> meters.erased(work.rule().table(), rows))
                .chain(rows -> {
                    if (rows < work.batch().rowsMax()) {
                        meters.overdue(work.rule().table(), work.tenant(), Duration.ZERO);
                        return Uni.createFrom().voidItem();
                    }
                    return batchesLeft > 1 ? erase(work, batchesLeft - 1) : measure(work);
                });
    }

    /** A round that had to stop says how far behind it is. */
    private Uni<Void> measure(Work work) {
        return transactions
                .sql(
                        Scope.tenant(work.tenant()),
                        connection -> connection
                                .preparedQuery(
                                        work.rule().rows().oldest(work.rule().table()))
                                .execute(Tuple.of(
                                        work.tenant().value(), work.batch().at())))
                .invoke(rows -> {
                    OffsetDateTime oldest = rows.iterator().next().getOffsetDateTime("oldest");
                    meters.overdue(
                            work.rule().table(),
                            work.tenant(),
                            oldest == null
                                    ? Duration.ZERO
                                    : Duration.between(
                                            oldest.toInstant(), work.batch().before()));
                })
                .replaceWithVoid();
    }

    private String failed(Work work, Throwable fault) {
        LOG.warnf("rows of %s that are due could not be erased: %s", work.rule().table(), fault.toString());
        meters.failed(work.rule().table());
        return work.rule().table();
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static void fail(Set<String> failed) {
        if (!failed.isEmpty()) {
            throw new IllegalStateException("not erased: " + String.join(", ", failed));
        }
    }
}
